import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { childServers } from '../testkit/child.ts';
import { rawExchange } from '../testkit/http.ts';
import { jsonRpc, type Outcome, xmlRpc } from '../testkit/transports.ts';
import { answer, COOL, md5, must, SECRET2 } from './demo-world.ts';

const servers = childServers();

/** What nobody may find in a log or a fault: of a capability every part that is not the same in all of them. */
const partsOf = (token: string) => [token, ...token.split('.').slice(1)];

it('neither the log at its most talkative nor any fault holds a secret', { timeout: 60_000 }, async () => {
  const server = await servers.start({ LOG_LEVEL: 'trace', SCRIP_DIAGNOSTICS: '1' });
  const secrets = new Set<string>();
  const said: string[] = [];
  const password = 'geheim ü 5dfc-';
  const operator = readFileSync(join(server.dataDir, 'operator.capability'), 'utf8').trim();
  for (const secret of [...partsOf(operator), readFileSync(join(server.dataDir, 'postgres/password'), 'utf8').trim()]) secrets.add(secret);

  for (const [n, invoke] of [xmlRpc(`${server.url}/xmlrpc`), jsonRpc(`${server.url}/jsonrpc`)].entries()) {
    const call = async (method: string, ...params: unknown[]): Promise<Outcome> => {
      const outcome = await invoke(method, params);
      if ('fault' in outcome) said.push(outcome.faultString);
      return outcome;
    };
    const mine = `${password}${n}`;
    for (const secret of [mine, md5(mine), md5(COOL.password), COOL.password]) secrets.add(secret);
    await call('operator.addAvatar', [operator], `New ${n}`, mine);
    await call('operator.addAvatar', [operator], `New ${n}`, mine);
    await call('operator.addAvatar', [operator], 'a,b', mine);
    await call('operator.addAvatar', [operator], 'Other', mine.repeat(300));
    await call('operator.addAvatar', [operator], 'Other', [mine]);
    await call('operator.addAvatar', [operator], 'Other', { password: mine });
    await call('operator.addAvatar', [`${operator}x`], 'Other', mine);

    for (const [secret, valid] of [
      [COOL.password, 3600],
      ['wrong', 3600],
      [COOL.password, 'soon'],
    ] as const) {
      const challenge = await must<string>(invoke, 'general.getLoginChallenge', COOL.akey);
      const response = answer(challenge, COOL.akey, secret);
      secrets.add(response);
      await call('general.getLoginCapability', COOL.akey, response, valid);
      await call('general.getLoginCapability', COOL.akey, [response], 60);
      await call('general.getLoginCapability', COOL.akey, response.repeat(9), 60);
    }

    await call('general.loginWithPassword', COOL.akey, mine, 60);
    await call('general.loginWithPassword', COOL.akey, mine.repeat(99), 60);
    await call('general.loginWithPassword', `New ${n}`, [mine], 60);
    await call('general.loginWithPassword', `New ${n}`, mine, 'soon');
    for (const part of partsOf(await must<string>(invoke, 'general.loginWithPassword', `New ${n}`, mine, 60))) secrets.add(part);

    const challenge = await must<string>(invoke, 'general.getLoginChallenge', COOL.akey);
    const token = await must<string>(invoke, 'general.getLoginCapability', COOL.akey, answer(challenge, COOL.akey, COOL.password), 60);
    const grant = await must<string>(invoke, 'bank.grantAllAccountsFullCapability', [token], SECRET2.akey, 60);
    for (const secret of [...partsOf(token), ...partsOf(grant)]) secrets.add(secret);
    await call('bank.accountBalance', [grant], COOL.akey, 'working');
    await call('bank.accountBalance', [`${token}AA`, grant.slice(0, -3)], COOL.akey, 'working');
    await call('bank.accountBalance', [[token]], COOL.akey, 'working');
    await call('bank.accountBalance', token, COOL.akey, 'working');
    await call('bank.accountBalance', [token], COOL.akey, 'nothing');
    await call('bank.accountBalance', Array(20).fill(token), COOL.akey, 'working');
    await call('bank.pay', [token], 10 ** 6, COOL.akey, 'working', SECRET2.akey, 'working', '');
    await call('diagnostics.echo', [token, grant, mine]);
    await call('general.revokeCapability', [token], grant);
    await call('bank.pay', [grant], 1, COOL.akey, 'working', SECRET2.akey, 'working', '');
    await call('general.revokeCapability', [token], `${grant}x`);
    await call(`bank.pay ${token}`, [token]);

    // Bodies that are broken behind a secret, and requests that are none.
    const bearer = `Authorization: Bearer ${token}\r\n`;
    for (const [type, body] of [
      ['text/xml', `<methodCall><methodName>operator.addAvatar</methodName><params><param><value>${mine}</value><`],
      ['application/json', `{"jsonrpc":"2.0","id":1,"method":"operator.addAvatar","params":["${mine}", "${token}" oops]}`],
      ['text/plain', mine],
    ] as const) {
      const headers = { 'content-type': type, authorization: `Bearer ${token}` };
      const reply = await fetch(`${server.url}/api.php?capability=${token}`, { method: 'POST', body, headers });
      said.push(await reply.text());
    }
    for (const request of [
      `POST /xmlrpc HTTP/1.1\r\nHost: a\r\n${bearer}Content-Length: 1\r\nContent-Length: 2\r\n\r\n${mine}`,
      `GET /nowhere?capability=${token} HTTP/1.1\r\nHost: a\r\n${bearer}\r\n`,
      `BREW /${token} HTTP/1.1\r\n${bearer}\r\n`,
      `POST /xmlrpc HTTP/1.1\r\nHost: a\r\n${bearer}Content-Length: 999999999\r\n\r\n${mine}`,
    ]) {
      said.push((await rawExchange(server.url, [request])).toString());
    }
  }

  server.signal('SIGTERM');
  await server.ended();
  const logged = server.stdout() + server.stderr();
  // It did log, and the calls were refused: an empty search proves nothing.
  expect(logged).toContain('auth.login_failed');
  expect(said.join('\n')).toContain('parse_error: ');
  expect(said.length).toBeGreaterThan(40);
  // The greeting prints the demo passwords, which are public.
  const greeting = server.stdout();
  for (const secret of secrets) {
    expect(said.join('\n'), `a fault holds ${secret}`).not.toContain(secret);
    if (secret !== COOL.password) expect(greeting, `the output holds ${secret}`).not.toContain(secret);
    expect(server.stderr(), `the log holds ${secret}`).not.toContain(secret);
    // Raw bytes as JSON writes a Buffer.
    expect(server.stderr()).not.toContain([...Buffer.from(secret)].join(','));
  }
});
