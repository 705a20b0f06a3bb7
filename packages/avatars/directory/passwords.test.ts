import { verify } from 'argon2';
import { expect, test } from 'vitest';
import { md5, Passwords } from './passwords.ts';

test('argon2id at its documented cost', async () => {
  const hash = await new Passwords().hash('yourpasswordhere');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verify(hash, 'yourpasswordhere')).toBe(true);
  expect(await verify(hash, 'Yourpasswordhere')).toBe(false);
});

test('at most two at a time and a bounded queue, then busy', async () => {
  const passwords = new Passwords();
  const results = await Promise.allSettled(Array.from({ length: 68 }, (_, i) => passwords.hash(String(i))));
  const refused = results.filter((result) => result.status === 'rejected');
  expect(refused).toMatchObject([{ reason: { spec: { code: 'busy' } } }, { reason: { spec: { code: 'busy' } } }]);
  expect(await passwords.hash('afterwards')).toContain('$argon2id$');
});

test('md5 is lower-case hex of UTF-8', () => {
  expect(md5('secret2')).toBe('e54cfb3714f76cedd4b27889e1f6a174');
  expect(md5('é')).toBe('66ddcd97cfdeabb2f6fb8a999b4bc76f');
});
