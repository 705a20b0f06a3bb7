import { expect, test } from 'vitest';
import { procedureLists, procedureOf } from './procedures.mjs';

test.each([
  ['packages/bank/procedures/bank.pay.ts', 'bank.pay'],
  ['packages/bank/holds/bank.postHold.ts', 'bank.postHold'],
  ['packages/bank/general.narrowCapability.ts', 'general.narrowCapability'],
  ['apps/server/site/general.siteStatus.ts', 'general.siteStatus'],
  ['packages/bank/bank.test.ts', undefined],
  ['packages/bank/procedures/bank.pay.test.ts', undefined],
  ['packages/bank/bank.ts', undefined],
  ['packages/bank/seal/testkit.ts', undefined],
  ['packages/bank.pay.ts', undefined],
  ['apps/cli/bank.pay.ts', undefined],
  ['apps/server/vitest.config.ts', undefined],
  ['test/e2e/bank.pay.ts', undefined],
])('%s declares %s', (path, name) => {
  expect(procedureOf(path)).toBe(name);
});

test('a list has every procedure of its package, wherever it stands, in the order of the names', () => {
  const files = new Map([
    ['packages/bank/holds/bank.hold.ts', 'export const hold = (bank: Bank): Procedure =>\n'],
    ['packages/bank/procedures/bank.accountList.ts', 'export function accounts(bank: Bank): Procedure {\n'],
    ['packages/bank/bank.ts', 'export interface Bank {}\n'],
    ['apps/server/site/general.siteStatus.ts', 'export interface Site {}\nexport const siteStatus = () =>\n'],
  ]);
  expect(Object.fromEntries(procedureLists(files))).toEqual({
    'packages/bank/generated/procedures.ts': [
      '// Written by npm run build out of the names of files.',
      "import { accounts as bank_accountList } from '../procedures/bank.accountList.ts';",
      "import { hold as bank_hold } from '../holds/bank.hold.ts';",
      '',
      '/** What makes each procedure of this package. */',
      'export const procedures = [bank_accountList, bank_hold];',
      '',
    ].join('\n'),
    'apps/server/site/generated/procedures.ts': expect.stringContaining("from '../general.siteStatus.ts'"),
  });
});

test.each([
  ['nothing', 'const pay = 1;\n'],
  ['only a type', 'export type Pay = 1;\n'],
  ['two makers', 'export const pay = 1;\nexport function refund() {}\n'],
  ['a maker and a class', 'export const pay = 1;\nexport class Pay {}\n'],
  ['a maker without a name', 'export default 1;\n'],
  ['what it got elsewhere', "export { pay } from './pay.ts';\n"],
])('the build ends where the file of a procedure exports %s', (_what, text) => {
  const path = 'packages/bank/procedures/bank.pay.ts';
  expect(() => procedureLists(new Map([[path, text]]))).toThrow(`${path}: the file of a procedure exports what makes it`);
});
