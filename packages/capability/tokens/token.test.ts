import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { newId } from '@scrip/kernel';
import { describe, expect, test } from 'vitest';
import type { Capability } from '../model.ts';
import { FULL, GROUPS, READ } from '../testkit.ts';
import { MAX_TOKEN_LENGTH, OPERATOR, readToken, signToken } from './token.ts';

const NOW_ms = 1_800_000_000_123;
const KID = 'the-kid';
const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const other = generateKeyPairSync('ed25519');
const keyOf = async (kid: string) => (kid === KID ? publicKey : undefined);
const read = (token: string) => readToken(token, keyOf, NOW_ms);

const SUB = newId();
const LOGIN: Capability = {
  kind: 'login',
  sub: SUB,
  grantor: SUB,
  limits: { accounts: ['working'], payees: [newId()], maxEach: 10, total: 100 },
  jti: newId(),
  parents: [newId()],
  issuedAt: new Date(NOW_ms),
  moment: new Date(NOW_ms - 5),
  expiresAt: new Date(NOW_ms + 60_000),
  kids: [KID, 'an older key'],
};
const good = await signToken(LOGIN, KID, privateKey);

const base64url = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const [goodHeader = '', goodPayload = '', goodSignature = ''] = good.split('.');
const HEADER = JSON.parse(Buffer.from(goodHeader, 'base64url').toString());
const CLAIMS = JSON.parse(Buffer.from(goodPayload, 'base64url').toString());

/** A token made by hand, rightly signed, of whatever header and claims. */
function forge(header: object | string, claims: object | string, key: KeyObject = privateKey): string {
  const input = `${base64url(header)}.${base64url(claims)}`;
  return `${input}.${sign(null, Buffer.from(input), key).toString('base64url')}`;
}
const header = (changes: object) => forge({ ...HEADER, ...changes }, CLAIMS);
const claims = (changes: object) => forge(HEADER, { ...CLAIMS, ...changes });
const without = (claim: string) => forge(HEADER, Object.fromEntries(Object.entries(CLAIMS).filter(([name]) => name !== claim)));

function hs256(secret: string | Buffer): string {
  const input = `${base64url({ ...HEADER, alg: 'HS256' })}.${base64url(CLAIMS)}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}

/** The same signature bytes with the last character's spare bits set. */
function respelled(): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return good.slice(0, -1) + alphabet[alphabet.indexOf(good.slice(-1)) + 1];
}

const jwk = other.publicKey.export({ format: 'jwk' });

const REFUSED: Readonly<Record<string, string>> = {
  'no text': '',
  'two dots only': '..',
  'another word': 'capability',
  'alg none without a signature': `${base64url({ ...HEADER, alg: 'none' })}.${goodPayload}.`,
  'alg none beside the signature': `${base64url({ ...HEADER, alg: 'none' })}.${goodPayload}.${goodSignature}`,
  'alg none, signed': header({ alg: 'none' }),
  'HS256 with the public key as its secret (PEM)': hs256(publicKey.export({ type: 'spki', format: 'pem' })),
  'HS256 with the public key as its secret (raw)': hs256(Buffer.from(String(publicKey.export({ format: 'jwk' }).x), 'base64url')),
  'the other name of the algorithm': header({ alg: 'Ed25519' }),
  'another key': forge(HEADER, CLAIMS, other.privateKey),
  'another key under an unknown kid': forge({ ...HEADER, kid: 'unknown' }, CLAIMS, other.privateKey),
  'another key in the header': forge({ ...HEADER, jwk }, CLAIMS, other.privateKey),
  'the right key, and another one in the header': header({ jwk }),
  'a key to be fetched': header({ jku: 'https://example.org/jwks.json' }),
  'a certificate': header({ x5c: ['MIIB'] }),
  'crit in the header': header({ crit: ['exp'], exp: 1 }),
  'b64 in the header': header({ crit: ['b64'], b64: false }),
  'no kid': forge({ alg: HEADER.alg, typ: HEADER.typ }, CLAIMS),
  'a kid that is no string': header({ kid: 7 }),
  'no typ': forge({ alg: HEADER.alg, kid: KID }, CLAIMS),
  'the general typ': header({ typ: 'JWT' }),
  'a typ that is not ours': header({ typ: 'at+jwt' }),
  'a typ in another spelling': header({ typ: 'application/scrip.login+jwt' }),
  'a typ in another case': header({ typ: 'Scrip.Login+JWT' }),
  'a typ from the prototype': header({ typ: 'constructor' }),
  'typ swapped under the same signature': `${base64url({ ...HEADER, typ: 'scrip.test-full+jwt' })}.${goodPayload}.${goodSignature}`,
  "an avatar's claims as an operator's": header({ typ: 'scrip.operator+jwt' }),
  "an operator's claims as a login": claims({ sub: OPERATOR, grantor: OPERATOR }),
  'another issuer': claims({ iss: 'somebody' }),
  'another audience': claims({ aud: 'scrip' }),
  'issuer and audience swapped': claims({ iss: CLAIMS.aud, aud: CLAIMS.iss }),
  'an audience among several': claims({ aud: [CLAIMS.aud, 'others'] }),
  'no issuer': without('iss'),
  'no audience': without('aud'),
  'no holder': without('sub'),
  'no grantor': without('grantor'),
  'no jti': without('jti'),
  'a jti that is no UUID': claims({ jti: 'x' }),
  'no exp': without('exp'),
  'exp null': claims({ exp: null }),
  'exp as text': claims({ exp: String(CLAIMS.exp) }),
  'exp beyond any date': claims({ exp: 1e300 }),
  'no iat': without('iat'),
  'iat in the future': claims({ iat: NOW_ms / 1000 + 61 }),
  'no limits': without('limits'),
  'a limit that we do not know': claims({ limits: { currency: 'L$' } }),
  'a negative limit': claims({ limits: { total: -1 } }),
  'a limit that is no number': claims({ limits: { total: '5' } }),
  'accounts that are no list': claims({ limits: { accounts: 'working' } }),
  'no parents': without('parents'),
  'too many parents': claims({ parents: Array.from({ length: 9 }, newId) }),
  'kids that are no list': claims({ kids: 'an older key' }),
  'kids that are no texts': claims({ kids: [7] }),
  'too many kids': claims({ kids: Array(10).fill('an older key') }),
  'claims that are a list': forge(HEADER, [CLAIMS]),
  'claims that are no JSON': forge(HEADER, 'claims'),
  'a header that is no JSON': forge('header', CLAIMS),
  'a header that is null': forge('null', CLAIMS),
  truncated: good.slice(0, -1),
  'without its signature': good.slice(0, good.lastIndexOf('.') + 1),
  'longer by a character': `${good}A`,
  'a changed payload': `${goodHeader}.${base64url({ ...CLAIMS, sub: newId() })}.${goodSignature}`,
  're-spelled in its spare bits': respelled(),
  're-spelled with padding': `${good}==`,
  're-spelled in the other alphabet': `${goodHeader}.${goodPayload}.${goodSignature.slice(0, -2)}+${goodSignature.slice(-1)}`,
  'white space before': ` ${good}`,
  'a line break after': `${good}\n`,
  'two tokens': `${good}#${good}`,
  'five parts, as an encrypted one has': `${good}.AAAA.AAAA`,
  huge: claims({ padding: 'x'.repeat(MAX_TOKEN_LENGTH) }),
  'a megabyte of one letter': 'A'.repeat(1 << 20),
};

describe('tokens that must be refused', () => {
  test.each(Object.entries(REFUSED))('%s', async (_name, token) => {
    await expect(read(token)).rejects.toMatchObject({ spec: { code: 'auth.capability_invalid' } });
  });

  test('and the very same, made by hand without the change, is taken', async () => {
    expect(await read(forge(HEADER, CLAIMS))).toEqual(LOGIN);
    expect(await read(claims({ iat: NOW_ms / 1000 + 59 }))).toMatchObject({ jti: LOGIN.jti });
  });
});

test('a token reads back as it was signed, to the millisecond', async () => {
  expect(await read(good)).toEqual(LOGIN);
});

test('each kind has a typ of its own', async () => {
  const kinds = ['login', FULL.name, READ.name, GROUPS.name];
  for (const kind of kinds) expect(await read(await signToken({ ...LOGIN, limits: {}, kind }, KID, privateKey))).toMatchObject({ kind });
  const operator: Capability = { ...LOGIN, limits: {}, kind: 'operator', sub: OPERATOR, grantor: OPERATOR };
  expect(await read(await signToken(operator, KID, privateKey))).toMatchObject({ kind: 'operator', sub: OPERATOR });
});

test.each([
  ['operator', { accounts: ['working'] }],
  [GROUPS.name, { total: 5 }],
  [READ.name, { maxEach: 5 }],
] as const)('a limit that nothing keeps for the kind %s would promise too much', async (kind, limits) => {
  const sub = kind === 'operator' ? OPERATOR : SUB;
  const token = await signToken({ ...LOGIN, kind, sub, grantor: sub, limits }, KID, privateKey);
  await expect(read(token)).rejects.toThrow(`a limit that nothing keeps for the kind ${kind}`);
});

test('holds nothing that the relay or a CSV would split', () => {
  expect(good).toMatch(/^[A-Za-z0-9_.-]+$/);
});

test('an avatar can not be made the holder of an operator capability', () => {
  expect(() => signToken({ ...LOGIN, kind: 'operator' }, KID, privateKey)).toThrow('assertion failed');
});
