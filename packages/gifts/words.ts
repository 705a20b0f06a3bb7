import { Fault, invalidParams, isStruct, type Param, param, type Type, t } from '@scrip/rpc';

// Parameters that the procedures of this slice share, in the words of the document.

const DEFAULT_EXPIRY_s = 24 * 60 * 60;
const MAX_EXPIRY_s = 365 * 24 * 60 * 60;

const APP_ID = t.string({ max: 64 });

export const appId: Param<string> = param(APP_ID, 'The id of the app: letters and digits.');
export const secretKey: Param<string> = param(t.string({ max: 256, secret: true }), 'The secret key of the app.', '');
export const mode: Param<string> = param(
  t.string({ max: 64 }),
  'What the user id is: `fb` (or `facebook`), `twitter`, `google`, `device`, `email`, `username`, or `avatar` for the key or name of an avatar.',
);
export const userId: Param<string> = param(t.string({ max: 255 }), 'The id of the user.');
/** Before all others: by what an app calls, and for which of its users. */
export const ofUser = { app_id: appId, secret_key: secretKey, mode, user_id: userId } as const;

/** Attributes of an app's own, which nobody here looks at. */
export type Attributes = Readonly<Record<string, string>>;

const MAX_ATTRIBUTES = 50;
const MAX_BYTES = 8_192;
const ANY = t.any();
const ATTRIBUTE = t.string({ max: 4_096 });

const ATTRIBUTES: Type<Attributes> = {
  kind: 'any',
  check: () => undefined,
  schema: {},
  parse(value, path) {
    const given = ANY.parse(value, path);
    // PHP has one empty array for both.
    if (Array.isArray(given) && given.length === 0) return {};
    if (!isStruct(given)) throw invalidParams(`${path} is no struct; attributes by name are needed`);
    const names = Object.keys(given);
    if (names.length > MAX_ATTRIBUTES) throw invalidParams(`${path} has ${names.length} attributes; at most ${MAX_ATTRIBUTES} are taken`);
    const entries = names.map((name) => [ATTRIBUTE.parse(name, `a name in ${path}`), textOf(given[name], `${path}.${name.slice(0, 40)}`)]);
    const bytes = Buffer.byteLength(JSON.stringify(entries));
    if (bytes > MAX_BYTES) throw invalidParams(`${path} has ${bytes} bytes; at most ${MAX_BYTES} are taken`);
    return Object.fromEntries(entries) as Attributes;
  },
};

/** Clients that have types send numbers for what the document calls a string. */
function textOf(value: unknown, path: string): string {
  const isPlain = typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint';
  return ATTRIBUTE.parse(isPlain ? String(value) : value, path);
}

export const custom: Param<Attributes> = param(
  ATTRIBUTES,
  `Attributes of the app's own by name, at most ${MAX_ATTRIBUTES} and ${MAX_BYTES} bytes. They are kept as they come.`,
  {},
);

const SECONDS = t.int({ min: 1, max: MAX_EXPIRY_s });

/** What is no such number comes through as text, since the document has a fault of its own for it. */
const EXPIRY: Type<number | string> = {
  ...SECONDS,
  parse(value, path) {
    try {
      return SECONDS.parse(value, path);
    } catch (error) {
      if (error instanceof Fault) return error.message;
      throw error;
    }
  },
};

export const expiry: Param<number | string> = param(EXPIRY, `Seconds until the request expires, 1 to ${MAX_EXPIRY_s}.`, DEFAULT_EXPIRY_s);

/** Not `request_id`, which everywhere else is the caller's own name for a call. */
export const giftRequestId: Param<string> = param(t.string({ max: 255 }), 'The id of the gift request.', '');
