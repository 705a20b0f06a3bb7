import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { HttpRequest } from '@scrip/http';
import { isUuid } from '@scrip/kernel';
import { badSignature } from './errors.ts';

/** The headers of a signed request, once they are all there and well-formed. */
export interface Signed {
  /** The object's key, in lower case. */
  readonly objectKey: string;
  readonly nonce: string;
  /** Whether the signature is of this secret, over time, nonce, key and body. It takes as long for a wrong one. */
  isBy(secret: string): boolean;
}

/** How far the clock of a simulator may be off, either way. */
const CLOCK_s = 300;
const NONCE = /^[A-Za-z0-9-]{1,64}$/;
const TIME = /^[0-9]{1,12}$/;
const HMAC = /^hmac-sha256=([A-Za-z0-9+/]{43}=)$/;
/** For scripts without HMAC: a hash over a hash, so that nobody can lengthen the text. */
const NESTED = /^sha256=([0-9a-f]{64})$/i;
const NAMES = ['x-scrip-object', 'x-scrip-time', 'x-scrip-signature'] as const;

/** Undefined where the request is not signed. Raises relay.bad_signature for headers that are incomplete, doubled or malformed, and for another time. */
export function readSignature(request: HttpRequest, now_s: number): Signed | undefined {
  if (NAMES.every((name) => request.headers[name] === undefined)) return undefined;
  const objectKey = only(request, 'x-scrip-object', isUuid, 'the key of the object');
  const time = only(request, 'x-scrip-time', (text) => TIME.test(text), 'Unix seconds');
  const nonce = only(request, 'x-scrip-nonce', (text) => NONCE.test(text), '1 to 64 letters, digits and -');
  const signature = only(
    request,
    'x-scrip-signature',
    (text) => HMAC.test(text) || NESTED.test(text),
    'hmac-sha256=<base64> or sha256=<hex>',
  );
  const off_s = Number(time) - now_s;
  if (Math.abs(off_s) > CLOCK_s) {
    throw badSignature(`X-Scrip-Time is ${time}, and it is ${now_s} here; at most ${CLOCK_s} s either way are taken`);
  }
  const key = objectKey.toLowerCase();
  const text = Buffer.concat([Buffer.from(`${time}\n${nonce}\n${key}\n`), request.body]);
  return { objectKey: key, nonce, isBy: (secret) => isSigned(signature, secret, text) };
}

/** The nonce of a request that is not signed; undefined where there is none that could be one. */
export function plainNonce({ headers }: HttpRequest): string | undefined {
  const nonce = headers['x-scrip-nonce'];
  return typeof nonce === 'string' && NONCE.test(nonce) ? nonce : undefined;
}

function isSigned(signature: string, secret: string, text: Uint8Array): boolean {
  const [, base64] = HMAC.exec(signature) ?? [];
  if (base64) return timingSafeEqual(createHmac('sha256', secret).update(text).digest(), Buffer.from(base64, 'base64'));
  const [, hex = ''] = NESTED.exec(signature) ?? [];
  const inner = createHash('sha256').update(secret).update(text).digest('hex');
  return timingSafeEqual(createHash('sha256').update(secret).update(inner).digest(), Buffer.from(hex, 'hex'));
}

/** A header that came twice is one text with a comma here, and no form takes commas. */
function only({ headers }: HttpRequest, name: string, isRight: (text: string) => boolean, wanted: string): string {
  const value = headers[name];
  if (typeof value === 'string' && isRight(value)) return value;
  const spelled = name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
  throw badSignature(value === undefined ? `${spelled} is missing beside the others` : `${spelled} is not ${wanted}`);
}
