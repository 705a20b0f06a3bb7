import { describe, expect, it } from 'vitest';
import type { Outgoing } from '../model.ts';
import { checkOutgoing } from './outgoing.ts';

const MAIL: Outgoing = { kind: 'mail', to: 'mann@example.org', subject: 'Hello', body: 'Dear Mann,\n\tgood day.\n' };
const LINKED: Outgoing = {
  ...MAIL,
  body: 'Open {link} within an hour.',
  link: 'https://example.org/reset?token=0f1e2d3c4b5a69788796a5b4c3d2e1f0',
};

const refused = (item: Outgoing) => {
  try {
    checkOutgoing(item);
  } catch (error) {
    return String(error);
  }
  return expect.fail('it was taken');
};

it('takes a mail as it is, and lines that end as in a mail', () => {
  expect(checkOutgoing(MAIL)).toEqual(MAIL);
  expect(checkOutgoing(LINKED)).toEqual(LINKED);
  expect(checkOutgoing({ ...MAIL, subject: 'Zoë 日本 😀 & <b>', body: 'a\r\nb\r\n' })).toMatchObject({
    subject: 'Zoë 日本 😀 & <b>',
    body: 'a\nb\n',
  });
  expect(checkOutgoing({ ...MAIL, subject: 'x'.repeat(200), body: 'x '.repeat(32_768) })).toMatchObject({ subject: 'x'.repeat(200) });
});

describe('refuses', () => {
  it.each([
    '',
    'mann',
    'mann@',
    '@example.org',
    'a@b@c',
    'a@b.c, d@e.f',
    'a@b.c;d@e.f',
    'Mann <a@b.c>',
    'a@b.c\r\nBcc: d@e.f',
    'a@b.c\nBcc: d@e.f',
    'a@b.c\rBcc:d@e.f',
    'a@b.c\u2028Bcc:d@e.f',
    'a@b.c\0',
    `${'x'.repeat(251)}@b.c`,
  ])('the recipient %j', (to) => expect(refused({ ...MAIL, to })).toContain('recipient'));

  it.each(['', '   ', 'a\r\nBcc: d@e.f', 'a\nb', 'a\rb', 'a\u2028b', 'a\u2029b', 'a\u0085b', 'a\0b', 'a\tb', 'a\ud800', 'x'.repeat(201)])(
    'the subject %j',
    (subject) => expect(refused({ ...MAIL, subject })).toContain('subject'),
  );

  it.each(['', ' \n', 'a\0b', 'a\x1bb', 'a\rb', 'a\udc00', 'a\uffff', 'x '.repeat(32_769)])('the body %j', (body) =>
    expect(refused({ ...MAIL, body })).toContain('body'),
  );

  it.each([
    'example.org',
    'javascript:alert(1)',
    'https://example.org/a b',
    'https://example.org/\r\na',
    'https://exämple.org/',
    'https://',
    `https://example.org/${'x'.repeat(2_048)}`,
  ])('the link %j', (link) => expect(refused({ ...LINKED, link })).toContain('link'));

  it.each(['no place', '{link} and {link}'])('a body with %s for its link', (body) =>
    expect(refused({ ...LINKED, body })).toContain('body'),
  );

  it('a place for a link without one', () => expect(refused({ ...MAIL, body: LINKED.body })).toContain('body'));

  it.each([
    ['recipient', { ...MAIL, to: '4242424242424242@example.org' }],
    ['subject', { ...MAIL, subject: 'Your password: geheim' }],
    ['body', { ...MAIL, body: 'It is 4242 4242 4242 4242.' }],
    ['link', { ...LINKED, link: 'https://example.org/?card=4242424242424242' }],
  ] as const)('a secret in the %s, and does not repeat it', (where, item) => {
    const text = refused(item);
    expect(text).toContain(`the ${where} looks as if it held`);
    expect(text).not.toMatch(/4242|geheim/);
  });
});
