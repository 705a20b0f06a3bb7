import { expect, test } from 'vitest';
import { checkFaults, checkProcedureFiles, checkReadme, PROMISED } from './docs-checks.mjs';

const declare = (code) => `export const x = defineFault({\n  code: '${code}',\n  fault: 1,\n});\n`;
const row = (code) => `| 1200 | \`${code}\` | refused |\n`;
const promised = PROMISED.map(declare).join('');
const promisedRows = PROMISED.map(row).join('');

test.each([
  ['nothing, where both agree', '', '', []],
  [
    'a fault that the server never loads',
    declare('bank.new'),
    '',
    ['packages/a/errors.ts: bank.new is not in docs/errors.md: the server never loads it'],
  ],
  ['a fault of the page that is not in the code', '', row('bank.old'), ['docs/errors.md: no declaration of bank.old is in the code']],
  ['a declaration that could not be found', 'defineFault(SPEC);\n', '', [expect.stringContaining('begins "defineFault({ code: \'…\'"')]],
])('of faults it finds %s', (_what, code, page, problems) => {
  expect(checkFaults(new Map([['packages/a/errors.ts', promised + code]]), promisedRows + page)).toEqual(problems);
});

test('a code that clients match on can not go away', () => {
  const [gone, ...others] = PROMISED;
  const files = new Map([['packages/a/errors.ts', others.map(declare).join('')]]);
  expect(checkFaults(files, others.map(row).join(''))).toEqual([`docs/errors.md: ${gone} is missing, and clients match on it`]);
});

test('faults of tests count nowhere', () => {
  const files = new Map([
    ['packages/a/errors.ts', promised],
    ['packages/a/a.test.ts', declare('test.fault')],
  ]);
  expect(checkFaults(files, promisedRows)).toEqual([]);
});

const procedure = (name) => `export const p = procedure({\n  name: '${name}',\n});\n`;

test.each([
  ['packages/bank/procedures/bank.pay.ts', procedure('bank.pay'), ['bank.pay'], []],
  ['packages/bank/procedures/bank.pay.ts', "grantProcedure(bank, {\n  name: 'bank.pay',\n});\n", ['bank.pay'], []],
  ['packages/rpc/system.ts', procedure('system.x') + procedure('system.y'), ['system.x', 'system.y'], []],
  ['apps/server/site/general.siteStatus.ts', procedure('general.siteStatus'), ['general.siteStatus'], []],
  ['packages/bank/procedures/bank.pay.ts', procedure('bank.pays'), ['bank.pays'], ['declares bank.pays; the file is named as']],
  ['packages/bank/procedures/bank.pay.ts', '', [], ['declares no procedure']],
  [
    'packages/bank/procedures/bank.pay.ts',
    procedure('bank.pay') + procedure('bank.x'),
    ['bank.pay', 'bank.x'],
    ['declares bank.pay, bank.x; the file'],
  ],
  ['packages/bank/payments/bank.pay.ts', procedure('bank.pay'), ['bank.pay'], []],
  ['packages/bank/payments.ts', procedure('bank.pay'), ['bank.pay'], ['a procedure has a file to itself, named as it is']],
  ['apps/server/site-status.ts', procedure('general.x'), ['general.x'], ['a procedure has a file to itself, named as it is']],
  ['packages/bank/procedures/bank.pay.ts', procedure('bank.pay'), [], ['bank.pay is declared, but the server never registers it']],
  ['packages/bank/procedures/grant.ts', '', ['bank.pay'], ['bank.pay is registered, but no file declares it']],
])('%s with %j, registered %j', (path, text, methods, problems) => {
  expect(checkProcedureFiles(new Map([[path, text]]), methods)).toEqual(problems.map((problem) => expect.stringContaining(problem)));
});

const files = new Map([
  ['apps/server/config.ts', "host: text(env, 'HOST'), port: whole(env, 'PORT', 8080, 0, 65_535),"],
  ['apps/server/doors.ts', "callDoor({ addresses: ['POST /jsonrpc'] });\npage('health', ['GET /healthz'], () => ok);"],
  ['apps/server/doors.test.ts', "addresses: ['GET /only-in-tests']"],
  ['apps/cli/settings.ts', "env['SCRIP_URL']; env['HOST'];"],
]);
const README = `
| variable | default | meaning |
|---|---|---|
| \`HOST\`, \`PORT\` | 127.0.0.1, 8080 | where to listen |
| \`SCRIP_URL\` | | for the operator's command |

| address | what |
|---|---|
| \`POST /jsonrpc\` | JSON-RPC |
| \`GET /healthz\` | alive |

| other | \`/x\` |
|---|---|
| \`/nothing\` | \`NOTHING\` |
`;

test.each([
  ['nothing, where all agree', README, []],
  ['nothing, where there is no README yet', '', []],
  ['a variable that is not listed', README.replace(', `PORT`', ''), ['README.md: PORT is read by apps/server/config.ts']],
  ['a variable that nobody reads', README.replace('`PORT`', '`PORT`, `PORTS`'), ['the variable PORTS is listed']],
  ['an address that is not listed', README.replace('| `GET /healthz` | alive |\n', ''), ['README.md: /healthz is served by']],
  ['an address that nobody serves', README.replace('/healthz', '/healthz`, `/health'), ['the address /health is listed']],
])('of the README it finds %s', (_what, readme, problems) => {
  expect(checkReadme(files, readme)).toEqual(problems.map((problem) => expect.stringContaining(problem)));
});
