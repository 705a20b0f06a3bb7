import { expect, it } from 'vitest';
import { inProcessServer } from '../../testkit/server.ts';
import { needsTool } from '../clients/run.ts';
import { evaluate } from './php.ts';

const server = inProcessServer({ env: { SCRIP_DIAGNOSTICS: '1' } });

/** In PHP, and as var_export prints what comes back where that is something else. */
const ROUND_TRIPS: readonly (readonly [what: string, php: string, back?: string])[] = [
  ['ints', 'array(0, 1, -1, 2147483647, -2147483648)'],
  ['ints beyond 32 bits', 'array(2147483648, 9007199254740993, PHP_INT_MAX, PHP_INT_MIN)'],
  ['floats', 'array(1.5, 0.1, -26.666667, 1.0E+25, 1.0E-7, 123456789.12345679, 0.1 + 0.2, 5.0E-324, PHP_FLOAT_MAX)'],
  ['booleans and null', 'array(true, false, null)'],
  ['texts', 'array("", " a ", "café 日本 😀", "<&>\\"\' ]]>", "a\\r\\nb\\tc", "0", "007")'],
  ['structs', "array('a' => 1, 'b' => array('c' => array()), '' => 'empty', '__proto__' => 2)"],
  ['lists in lists', 'array(array(array()), array(1, array(2)))'],
  ['a struct with keys that are numbers', "array(5 => 'five', 7 => 'seven')"],
  ['an empty struct, which PHP has as an array', '(object) array()', 'array()'],
  ['a time', "new DateTime('2026-10-23 05:08:00+02:00')", '2026-10-23T03:08:00Z'],
];

const CODE = `
  setlocale(LC_ALL, 'de_DE.UTF-8', 'fr_FR.UTF-8');
  ini_set('precision', '4'); ini_set('serialize_precision', '4');
  list($ok, $value) = diagnostics_echo($sent);
  $isSame = is_object($sent) ? (string) ($value instanceof Scrip\\Time ? $value : json_encode($value)) : $value === $sent;
  echo json_encode(array($ok, $isSame === true ? 'same' : $isSame));`;

it.for(ROUND_TRIPS)('sends and reads %s', { timeout: 60_000 }, async ([, php, back], { skip }) => {
  needsTool('php', skip);
  const expected = back === undefined ? 'same' : back === 'array()' ? '[]' : back;
  expect(await evaluate(`${server.url}/api.php`, `$sent = ${php}; ${CODE}`)).toEqual([true, expected]);
});

it.for([
  ['not a number', 'NAN', /parameter 1 of diagnostics\.echo is not a finite number/],
  ['infinity', 'array("a" => array(1, INF))', /parameter 1 of diagnostics\.echo\.a\[1\] is not a finite number/],
  ['what is not UTF-8', '"caf\\xE9"', /is not in UTF-8/],
  ['a control character', '"a\\x00b"', /control character/],
  ['an object', 'new ArrayObject()', /of the type ArrayObject/],
  ['a file', 'STDERR', /of the type resource/],
  ['a time beyond the year 9999', 'new DateTime("@999999999999")', /beyond the years/],
] as const)('refuses %s and sends nothing', { timeout: 60_000 }, async ([, php, text], { skip }) => {
  needsTool('php', skip);
  expect(await evaluate(`${server.url}/api.php`, `echo json_encode(diagnostics_echo(${php}));`)).toEqual([
    false,
    { faultCode: -32303, faultString: expect.stringMatching(text) },
  ]);
});

it('refuses an array that holds itself', { timeout: 60_000 }, async ({ skip }) => {
  needsTool('php', skip);
  const code = '$a = array(); $a["a"] = &$a; echo json_encode(diagnostics_echo($a));';
  expect(await evaluate(`${server.url}/api.php`, code)).toEqual([
    false,
    { faultCode: -32303, faultString: expect.stringMatching(/deeper than 64/) },
  ]);
});

it('takes an empty array for a struct where the procedure wants one', { timeout: 60_000 }, async ({ skip }) => {
  needsTool('php', skip);
  expect(
    await evaluate(
      `${server.url}/api.php`,
      `list(, $akey) = general_getAvatarKey('Secret2 Linden');
      $login = general_login($akey, 'secret2', 60);
      list($ok, $grant) = bank_grantAllAccountsReadCapability(array($login), 'Matt', 60, array());
      echo json_encode(array($ok, is_string($grant)));`,
    ),
  ).toEqual([true, true]);
});
