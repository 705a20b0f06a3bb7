import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Engine } from 'php-parser';
import { expect, it } from 'vitest';
import { needsTool } from '../clients/run.ts';
import { KIT } from './php.ts';

// The kit promises PHP 7.4 to 8.x. Its grammar is checked with an independent parser of 7.4, and with the PHP that is here.

const FILES = readdirSync(KIT, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.php'));

const engine = new Engine({ parser: { version: '7.4' } });

/** What PHP 8 has in its grammar and this parser takes for 7.4 too, by how its tree shows it. */
function newerThan74(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = node as Readonly<Record<string, unknown>>;
  const isNewer =
    own['kind'] === 'uniontype' ||
    own['kind'] === 'intersectiontype' ||
    (own['kind'] === 'parameter' && Number(own['flags'] ?? 0) !== 0) ||
    own['readonly'] === true ||
    (own['kind'] === 'typereference' && ['mixed', 'never'].includes(String(own['name']))) ||
    (own['kind'] === 'name' && ['mixed', 'never', 'static'].includes(String(own['name'])));
  return [...(isNewer ? [String(own['kind'])] : []), ...Object.values(own).flatMap(newerThan74)];
}

/** What PHP 8 has besides its grammar and a program like this one might use. */
const NEWER_NAMES =
  /\b(?:str_contains|str_starts_with|str_ends_with|get_debug_type|get_resource_id|fdiv|preg_last_error_msg|array_is_list|array_(?:find|any|all)\w*|json_validate|mb_(?:str_pad|trim|ltrim|rtrim|ucfirst|lcfirst)|Stringable|ValueError|WeakMap|UnhandledMatchError)\b/g;

function problems(code: string, file: string): string[] {
  try {
    return [...newerThan74(engine.parseCode(code, file)), ...(code.match(NEWER_NAMES) ?? [])];
  } catch (error) {
    return [String(error)];
  }
}

it.each(FILES)('%s is in the grammar of PHP 7.4', (file) => {
  expect(problems(readFileSync(join(KIT, file), 'utf8'), file)).toEqual([]);
});

it.each([
  'class A { function __construct(private int $x) {} }',
  '$x = match (1) { default => 2 };',
  'f(a: 1);',
  'function f(int|string $x) {}',
  '$a?->b();',
  'enum A { case B; }',
  'class A { public readonly int $x; }',
  '$x = strlen(...);',
  'function f(): never {}',
  'function f(mixed $x) {}',
  'try {} catch (E) {}',
  'function f($a,) {}',
  '$x = $y ?? throw new E();',
  'if (str_contains($x, "y")) {}',
])('the check finds what PHP 7.4 does not have: %s', (code) => {
  expect(problems(`<?php ${code}`, 'newer.php')).not.toEqual([]);
});

it('is in the grammar of the PHP that is here', { timeout: 60_000 }, ({ skip }) => {
  needsTool('php', skip);
  for (const file of FILES) expect(execFileSync('php', ['-l', join(KIT, file)], { encoding: 'utf8' })).toMatch(/^No syntax errors/m);
});

it('says to Composer what it needs', () => {
  const { name, require, autoload } = JSON.parse(readFileSync(join(KIT, 'composer.json'), 'utf8'));
  expect({ name, require, autoload }).toEqual({
    name: 'scrip/client',
    require: { php: '>=7.4', 'ext-curl': '*', 'ext-xml': '*' },
    autoload: { 'psr-4': { 'Scrip\\': 'src/' } },
  });
});
