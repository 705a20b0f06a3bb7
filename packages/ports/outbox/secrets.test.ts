import { generateKeyPairSync, hash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { secretIn, secretInLink } from './secrets.ts';

const { privateKey } = generateKeyPairSync('ed25519');
const capability = await new SignJWT({ sub: '0190d5c4-7a3e-7b52-9f0e-2f4b1c6d8e90' })
  .setProtectedHeader({ alg: 'EdDSA', kid: 'k' })
  .sign(privateKey);
const [header = '', payload = ''] = capability.split('.');
const base64 = (text: string) => Buffer.from(text).toString('base64');
const wide = (text: string) => text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfe_e0));
const escaped = (text: string) => text.replace(/./g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
const entities = (text: string) => text.replace(/./g, (letter) => `&#${letter.charCodeAt(0)};`);
const VISA = '4242424242424242';
const GIFT = '0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV';
const key = Buffer.from(hash('sha256', 'a key', 'hex'), 'hex');

const SPELLINGS: Record<string, readonly string[]> = {
  'a capability': [
    capability,
    header,
    payload,
    `?capability=${capability}&x=1`,
    `["${capability}"]`,
    capability.replace(/.{40}/g, '$&\n'),
    capability.replace(/.{40}/g, '$&=\r\n'),
    capability.replace(/.{3}/g, '$&\u200b'),
    escaped(capability),
    entities(capability),
    wide(capability),
    base64(capability),
    `Authorization: Bearer ${'ab1'.repeat(8)}`,
    `Basic ${base64('mann:yourpasswordhere')}`,
  ],
  'a card number': [
    VISA,
    `your card ${VISA}.`,
    '4242 4242 4242 4242',
    '4242-4242-4242-4242',
    '4242.4242.4242.4242',
    '4242\u00a04242\u20134242\n4242',
    '4242 - 4242 - 4242 - 4242',
    '4 2 4 2 4 2 4 2 4 2 4 2 4 2 4 2',
    '42424 24242 424242',
    '4,242,424,242,424,242',
    wide(VISA),
    '٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢',
    '४२४२४२४२४२४२४२४२',
    VISA.replace(/./g, '$&\u200b'),
    VISA.replace(/./g, '$&\u00ad'),
    entities(VISA),
    escaped(VISA),
    base64(`card ${VISA}`),
    `${VISA}=25121010000012345678`,
    `%B${VISA}^MANN/I^2512`,
    `order 17, ${VISA}, 12/27`,
    '5555555555554444',
    '2223003122003222',
    '378282246310005',
    '3782 822463 10005',
    '30569309025904',
    '3530111333300000',
    '6011111111111117',
    '6200000000000005',
    '4000002500003155',
    '4222222222222',
    '6304000000000000',
  ],
  'a password or another secret under its name': [
    'Password: geheim',
    'PASSWORD=geheim',
    'password : geheim',
    'old_password: geheim',
    'newPassword = geheim',
    'pass: geheim',
    'pwd=geheim',
    'user_pass=geheim',
    'passwd: geheim',
    'passphrase: four words of it',
    'pass word: geheim',
    'pass-word: geheim',
    'Passwort: geheim',
    'pass\u00adword: geheim',
    'p\u200ba\u200bssword: geheim',
    wide('password: geheim'),
    'password：geheim',
    '{"password":"geheim"}',
    "['password' => 'geheim']",
    '<password>geheim</password>',
    '<name>password</name><value>geheim</value>',
    'password "geheim"',
    '--password geheim',
    'a=1&password=geheim',
    'secret: geheim',
    'client_secret=geheim',
    'secret_key: geheim',
    'api-key: geheim',
    'CVC: 123',
    'cvv=123',
    'PIN: 1234',
    'gift code: whatever',
    entities('password: geheim'),
    escaped('password: geheim'),
    base64('the password: geheim'),
    '$argon2id$v=19$m=65536,t=3,p=4$c2FsdA$aGFzaA',
    '$2b$10$N9qo8uLOickgx2ZMRZoMye',
  ],
  'a gift code': [
    GIFT,
    GIFT.toLowerCase(),
    GIFT.replaceAll('-', ''),
    GIFT.replaceAll('-', ' '),
    GIFT.replaceAll('-', '\u2013'),
    GIFT.replaceAll('-', ' - '),
    GIFT.replaceAll('-', '\n'),
    GIFT.replaceAll('-', '').replace(/.{7}(?=.)/g, '$& '),
    GIFT.replaceAll('-', '').replace(/.{2}(?=.)/g, '$&.'),
    GIFT.replaceAll('-', '').replace(/.(?=.)/g, '$& '),
    GIFT.replaceAll('-', '').replace(/^(.{3})(.{9})/, '$1-$2-'),
    GIFT.replace('0', 'O').replace('1', 'l'),
    `Your code is ${GIFT}.`,
    `"${GIFT}"`,
    wide(GIFT),
    GIFT.replace(/./g, '$&\u200d'),
    GIFT.replaceAll('-', '&#45;'),
  ],
  'a key': [
    key.toString('hex'),
    key.toString('hex').toUpperCase(),
    key.toString('hex').replace(/..(?=.)/g, '$&:'),
    key.toString('hex').replace(/.{8}(?=.)/g, '$& '),
    key.toString('base64'),
    key.toString('base64url'),
    [...key].join(', '),
    JSON.stringify(key),
    hash('md5', 'geheim', 'hex'),
    randomBytes(20).toString('hex'),
    `${privateKey.export({ format: 'pem', type: 'pkcs8' })}`,
    privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    JSON.stringify(privateKey.export({ format: 'jwk' })),
  ],
};

describe.each(Object.entries(SPELLINGS))('%s', (what, spellings) => {
  it.each(spellings.map((text) => [text]))('in %j', (text) => expect(secretIn(`Dear Mann,\n${text}\nYours`)).toBe(what));
});

it('a gift code, whatever its characters', () => {
  const characters = fc.array(fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), { minLength: 27, maxLength: 27 });
  fc.assert(
    fc.property(characters, (random) => {
      const code = ['7', ...random].join('');
      expect(secretIn(code)).toBeDefined();
      expect(secretIn(code.replace(/.{4}(?=.)/g, '$&-'))).toBeDefined();
    }),
  );
});

it.each<BufferEncoding>(['hex', 'base64', 'base64url'])('keys of 256 random bits in %s', (encoding) => {
  for (let n = 0; n < 200; n++) expect(secretIn(`It is ${randomBytes(32).toString(encoding)}`)).toBeDefined();
});

it.each([
  'Your password was changed on 30 November 2026 at 19:30. If that was not you, write to us.',
  'Choose a new password within an hour:\n\n{link}\n\nNobody at Scrip asks for your password.',
  'Order 0190d5c4-7a3e-7b52-9f0e-2f4b1c6d8e90 of 2026-11-30 19:30:00: 25 L$, 1,250 L$ and 17.50 EUR.',
  'Paid: 0190d5c4-7a3e-7b52-9f0e-2f4b1c6d8e90 d6433103-f2e0-354d-4f8e-79cd53de5ae8',
  'See https://example.org/docs/procedures.html#operator.listOutbox for what this means, or call +49 30 1234567.',
  'Your card ending in 4242 was declined.',
  'This is what your shop sold last week: 12 chairs, 3 tables, 4 lamps.',
  '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20',
  'Numbers such as 4242424242424241 and 1234567890123456 are no cards.',
  'Zoë & <日本> "😀"',
  'They said that your last sale went very well with this lamp.',
  'You passed: 12 of 14. The compass: it works. Tokens: 3. The secret of it is patience.',
])('is no secret: %s', (text) => expect(secretIn(text)).toBeUndefined());

it('a link may hold a one-time token, and neither a capability nor a card number', () => {
  expect(secretInLink(`https://example.org/reset?token=${key.toString('base64url')}`)).toBeUndefined();
  expect(secretInLink(`https://example.org/reset?token=${capability}`)).toBe('a capability');
  expect(secretInLink(`https://example.org/?card=${VISA}`)).toBe('a card number');
  expect(secretInLink(`https://example.org/?card=${escaped(VISA)}`)).toBe('a card number');
});
