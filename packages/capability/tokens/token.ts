import type { KeyObject } from 'node:crypto';
import { assert, isUuid, type Uuid } from '@scrip/kernel';
import { CompactSign, compactVerify } from 'jose';
import { capabilityInvalid } from '../errors.ts';
import { isLimits } from '../grants/limits.ts';
import { kindNamed, kindOfTyp, unkeptLimit } from '../kinds.ts';
import type { Capability } from '../model.ts';
import { isOperatorName } from '../operators/names.ts';

/** No token is longer: it must fit into headers, relay lines and caches. */
export const MAX_TOKEN_LENGTH = 4096;
/** How many capabilities one may be derived from, one out of the other. */
export const MAX_PARENTS = 8;
/** Those that it was derived from, and a login that the first of them was given on, may each be signed with a key of their own. */
const MAX_OTHER_KIDS = MAX_PARENTS + 1;

const ALGORITHM = 'EdDSA';
const ISSUER = 'scrip';
const AUDIENCE = 'scrip.api';
/** How far the clocks of two server processes may differ. */
const MAX_SKEW_ms = 60_000;

const COMPACT = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.([A-Za-z0-9_-]{86})$/;
const HEADER_MEMBERS = 'alg kid typ';
/** The holder and grantor of the server's own capability, who is no avatar. */
export const OPERATOR = 'operator';
const NAMED = 'operator:';

/** The holder of a named operator's capability. Servers from before there were names take it for none. */
export function operatorNamed(name: string): string {
  return `${NAMED}${name}`;
}

/**
 * A compact JWS (RFC 7515) with the claims of RFC 7519. Its alphabet is that of base64url and `.`, so it never holds `#`,
 * `::`, `,` or white space. Times are seconds with milliseconds as the fraction.
 */
export function signToken(capability: Capability, kid: string, key: KeyObject): Promise<string> {
  const { kind, sub, grantor, limits, jti, parents, issuedAt, moment, expiresAt, login, kids } = capability;
  const others = kids.filter((other) => other !== kid);
  assert(isHolder(kind, sub) && isHolder(kind, grantor), `${kind} is held and granted by avatars' keys, or by operators`);
  const claims = {
    iss: ISSUER,
    aud: AUDIENCE,
    sub,
    grantor,
    limits,
    parents,
    jti,
    iat: issuedAt.getTime() / 1000,
    moment: moment.getTime() / 1000,
    exp: expiresAt.getTime() / 1000,
    ...(login && { login }),
    ...(others.length > 0 && { kids: others }),
  };
  const payload = new TextEncoder().encode(JSON.stringify(claims));
  return new CompactSign(payload).setProtectedHeader({ alg: ALGORITHM, kid, typ: kindNamed(kind).typ }).sign(key);
}

/**
 * Checks everything about a token that never changes: form, header, signature, claims. Expiry and revocation do change,
 * and are looked at on every call by the caller. Raises auth.capability_invalid; `keyOf` gives undefined for unknown kids.
 */
export async function readToken(
  token: string,
  keyOf: (kid: string) => Promise<KeyObject | undefined>,
  now_ms: number,
): Promise<Capability> {
  const { declared, kid } = readHeader(token);
  const kind = declared.name;
  const key = await keyOf(kid);
  if (!key) throw invalid('it was signed with a key that this server does not have');
  const { payload } = await compactVerify(token, key, { algorithms: [ALGORITHM] }).catch(() => {
    throw invalid('its signature is wrong');
  });
  const claims = readJson(payload);
  // Tokens from before there were these claims have none: then the server's clock has to do, and the key that signed.
  const { iss, aud, sub, grantor, limits, parents, jti, iat, moment = iat, exp, login, kids = [] } = claims;
  if (iss !== ISSUER || aud !== AUDIENCE) throw invalid('it was not issued by this server for its own use');
  if (
    !isHolder(kind, sub) ||
    !isHolder(kind, grantor) ||
    !isJti(jti) ||
    !isParents(parents) ||
    !isLimits(limits) ||
    !(login === undefined || isJti(login)) ||
    !isKids(kids)
  ) {
    throw invalid('its claims are not those of a capability');
  }
  if (unkeptLimit(declared, limits) !== undefined) throw invalid(`it has a limit that nothing keeps for the kind ${kind}`);
  if (!isTime(iat) || !isTime(moment) || !isTime(exp)) throw invalid('it does not say when it was issued and until when it is valid');
  if (iat * 1000 > now_ms + MAX_SKEW_ms) throw invalid('it was issued in the future');
  const times = { issuedAt: dateOf(iat), moment: dateOf(moment), expiresAt: dateOf(exp) };
  return Object.freeze({ kind, sub, grantor, limits, jti, parents, ...times, ...(login && { login }), kids: [kid, ...kids] });
}

function readHeader(token: string) {
  if (token.length > MAX_TOKEN_LENGTH) throw invalid(`it has ${token.length} characters; none has more than ${MAX_TOKEN_LENGTH}`);
  const signature = COMPACT.exec(token)?.[1];
  if (!signature) throw invalid('it was not issued here, or was cut or changed on its way');
  // The last character of a signature has bits to spare: only one of its four spellings is the token.
  if (Buffer.from(signature, 'base64url').toString('base64url') !== signature) throw invalid('its signature is spelled in another way');
  const header = readJson(Buffer.from(token.slice(0, token.indexOf('.')), 'base64url'));
  const declared = kindOfTyp(header['typ']);
  const kid = header['kid'];
  // Exactly what we write: whatever else a header may carry (jwk, jku, crit, b64) could only change how it is checked.
  const ours = Object.keys(header).sort().join(' ') === HEADER_MEMBERS && header['alg'] === ALGORITHM;
  if (!ours || !declared || typeof kid !== 'string') throw invalid('its header is not that of a capability');
  return { declared, kid };
}

function readJson(bytes: Uint8Array): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Not UTF-8 or not JSON: the same answer as for a value of another shape.
  }
  throw invalid('it was not issued here, or was cut or changed on its way');
}

function isHolder(kind: Capability['kind'], value: unknown): value is string {
  return typeof value === 'string' && (kindNamed(kind).role === 'operator' ? isOperator(value) : isUuid(value));
}

/** Whether it names an operator as capabilities do. */
function isOperator(value: string): boolean {
  return value === OPERATOR || (value.startsWith(NAMED) && isOperatorName(value.slice(NAMED.length)));
}

function isJti(value: unknown): value is Uuid {
  return typeof value === 'string' && isUuid(value);
}

function isParents(value: unknown): value is Uuid[] {
  return Array.isArray(value) && value.length <= MAX_PARENTS && value.every(isJti);
}

function isKids(value: unknown): value is string[] {
  return Array.isArray(value) && value.length <= MAX_OTHER_KIDS && value.every((kid) => typeof kid === 'string');
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value < 1e11;
}

function dateOf(seconds: number): Date {
  return new Date(Math.round(seconds * 1000));
}

function invalid(why: string) {
  return capabilityInvalid(`the capability is not valid: ${why}`);
}
