import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { needsTool } from '../clients/run.ts';
import { php } from './php.ts';

const CERTIFICATE = `
  $key = openssl_pkey_new(array('private_key_bits' => 2048));
  $request = openssl_csr_new(array('commonName' => $argv[2]), $key);
  openssl_x509_export_to_file(openssl_csr_sign($request, null, $key, 2), "$argv[1]/certificate");
  openssl_pkey_export_to_file($key, "$argv[1]/key");`;
const CALL = 'include("apez-api.php"); echo json_encode(general_getAvatarKey("x"));';
const ANSWER = '<methodResponse><params><param><value>found</value></param></params></methodResponse>';

/** What a call says to a server whose certificate is of `name`, before and after its maker is trusted. */
async function callTwice(name: string): Promise<unknown[]> {
  const directory = await mkdtemp(join(tmpdir(), 'scrip-php-'));
  await php('', '-r', CERTIFICATE, '--', directory, name);
  const [cert, key] = await Promise.all(['certificate', 'key'].map((file) => readFile(join(directory, file))));
  const server = createServer({ cert, key }, (_request, reply) => void reply.end(ANSWER)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const url = `localhost:${(server.address() as AddressInfo).port}/api.php`;
    const unknown = await php(url, '-r', CALL);
    const trusted = await php(url, '-d', `curl.cainfo=${join(directory, 'certificate')}`, '-r', CALL);
    return [unknown, trusted].map(({ stdout }) => JSON.parse(stdout));
  } finally {
    server.closeAllConnections();
    server.close();
    await rm(directory, { recursive: true });
  }
}

const refused = [false, { faultCode: -32300, faultString: expect.stringMatching(/certificate/i) }];

it('speaks HTTPS to a server whose certificate is trusted, and to no other', { timeout: 60_000 }, async ({ skip }) => {
  needsTool('php', skip);
  expect(await callTwice('localhost')).toEqual([refused, [true, 'found']]);
});

it('refuses a trusted certificate of another name', { timeout: 60_000 }, async ({ skip }) => {
  needsTool('php', skip);
  const [, trusted] = await callTwice('elsewhere.example');
  expect(trusted).toEqual([false, { faultCode: -32300, faultString: expect.stringMatching(/name|match/i) }]);
});
