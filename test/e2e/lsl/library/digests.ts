import { createHash, createHmac } from 'node:crypto';
import { type Builtins, builtin } from '../builtin.ts';
import { string } from '../values.ts';

const ALGORITHMS = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'];

function known(algorithm: string): string {
  if (!ALGORITHMS.includes(algorithm)) throw new RangeError(`the algorithm is one of ${ALGORITHMS.join(', ')}, not ${algorithm}`);
  return algorithm;
}

const hash = (algorithm: string, text: string) => string(createHash(algorithm).update(text).digest('hex'));

export const DIGESTS: Builtins = {
  llMD5String: builtin(['string', 'integer'], (text, nonce) => hash('md5', `${text}:${nonce}`)),
  llSHA1String: builtin(['string'], (text) => hash('sha1', text)),
  llSHA256String: builtin(['string'], (text) => hash('sha256', text)),
  llComputeHash: builtin(['string', 'string'], (text, algorithm) => hash(known(algorithm), text)),
  llHMAC: builtin(['string', 'string', 'string'], (secret, text, algorithm) =>
    string(createHmac(known(algorithm), secret).update(text).digest('base64')),
  ),
};
