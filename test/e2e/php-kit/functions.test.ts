import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inProcessServer } from '../../testkit/server.ts';
import { xmlRpc } from '../../testkit/transports.ts';
import { needsTool } from '../clients/run.ts';
import { COOL, logIn } from '../demo-world.ts';
import { evaluate, KIT } from './php.ts';

// Every function of the kit and every method of its classes, called once. What each does is tested elsewhere; here it has
// to reach its procedure with parameters of the right types in the right places.

const server = inProcessServer({ env: { SCRIP_DIAGNOSTICS: '1' } });

interface Schema {
  readonly type?: string | readonly string[];
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly items?: Schema | readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}
interface Method {
  readonly name: string;
  readonly params: readonly { name: string; required: boolean; schema: Schema }[];
}
const METHODS = (JSON.parse(readFileSync('docs/openrpc.json', 'utf8')) as { methods: Method[] }).methods;

/** Something of the type: its default, or as short as it may be. */
function sample(schema: Schema): unknown {
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return sample(schema.anyOf[0] ?? {});
  if (schema.type === 'string') return 'a'.repeat(schema.minLength ?? 0);
  if (schema.type === 'boolean') return false;
  if (schema.type === 'object')
    return Object.fromEntries((schema.required ?? []).map((name) => [name, sample(schema.properties?.[name] ?? {})]));
  if (schema.type === 'array') return Array.from({ length: schema.minItems ?? 0 }, () => sample((schema.items as Schema) ?? {}));
  return Math.max(1, schema.minimum ?? 1);
}

const CURLY = { moe: 1, larry: 2, curly: 3 };
/** Where samples that fit the schema are refused before they show anything. */
const OWN_PARAMS: Readonly<Record<string, readonly unknown[]>> = {
  'bank.balanceAt': [[], 'a', 'working', '2006-10-23T03:08:00Z'],
  'system.methodHelp': ['bank.pay'],
  'system.methodSignature': ['bank.pay'],
  'validator1.easyStructTest': [CURLY],
  'validator1.echoStructTest': [CURLY],
  'validator1.nestedStructTest': [{ 2000: { '04': { '01': CURLY } } }],
};

const CALLS = METHODS.map(({ name, params }) => [name, OWN_PARAMS[name] ?? params.map(({ schema }) => sample(schema))] as const);

type Answered = Readonly<Record<string, readonly [boolean, { faultCode: number; faultString: string }]>>;

/** Refusals of samples are right; those of a call that is formed wrongly have to be what another client is told of the same call. */
async function misses(answers: Answered, capabilities: readonly string[]): Promise<string[]> {
  const invoke = xmlRpc(`${server.url}/xmlrpc`);
  const found: string[] = [];
  for (const [at, [name, params]] of CALLS.entries()) {
    const [ok, value] = answers[name] ?? [false, { faultCode: Number.NaN, faultString: 'not called' }];
    if (ok || value.faultCode > 0) continue;
    const own = METHODS[at]?.params ?? [];
    const told = await invoke(
      name,
      params.map((param, i) => (own[i]?.name === 'capabilities' ? capabilities : param)),
    );
    if (!('fault' in told) || told.faultString !== value.faultString) found.push(`${name}: ${value.faultString}`);
  }
  return found;
}

it('has the functions of all procedures, in any case, and each reaches its own', { timeout: 120_000 }, async ({ skip }) => {
  needsTool('php', skip);
  const answers = (await evaluate(
    `${server.url}/api.php`,
    `$answers = array();
    foreach ($input as list($name, $params)) {
      $function = strtolower(str_replace('.', '_', $name));
      $answers[$name] = $function(...$params);
    }
    echo json_encode($answers, JSON_PARTIAL_OUTPUT_ON_ERROR);`,
    CALLS,
  )) as Answered;
  expect(Object.keys(answers)).toEqual(METHODS.map(({ name }) => name));
  expect(await misses(answers, [])).toEqual([]);
});

it('has a method of a class for each, which fills in the capabilities', { timeout: 120_000 }, async ({ skip }) => {
  needsTool('php', skip);
  const withoutCapabilities = CALLS.map(([name, params], at) => {
    const own = METHODS[at]?.params ?? [];
    return [name, params.filter((_, i) => own[i]?.name !== 'capabilities')];
  });
  const answers = (await evaluate(
    `${server.url}/api.php`,
    `$client = new Scrip\\Client(getenv('APEZ_URL'));
    $client->login('${COOL.name}', '${COOL.password}');
    $answers = array();
    foreach ($input as list($name, $params)) {
      list($group, $method) = explode('.', $name);
      try {
        $answers[$name] = array(true, $client->$group->$method(...$params));
      } catch (Scrip\\Fault $fault) {
        $answers[$name] = array(false, array('faultCode' => $fault->fault, 'faultString' => $fault->getMessage()));
      }
    }
    echo json_encode($answers, JSON_PARTIAL_OUTPUT_ON_ERROR);`,
    withoutCapabilities,
  )) as Answered;
  expect(Object.keys(answers)).toEqual(METHODS.map(({ name }) => name));
  const login = await logIn(xmlRpc(`${server.url}/xmlrpc`), COOL);
  expect(await misses(answers, [login])).toEqual([]);
  const refusedForWant = Object.entries(answers).filter(([, [ok, value]]) => !ok && /^auth\.capability_required/.test(value.faultString));
  expect(refusedForWant.map(([name]) => name).filter((name) => !name.startsWith('operator.'))).toEqual([]);
});

it('has no class left of a group that is gone', () => {
  const groups = new Set(METHODS.map(({ name }) => `${name.split('.', 1)[0]}.php`));
  const classes = readdirSync(join(KIT, 'src/Procedures')).filter((file) => file !== 'Groups.php');
  expect(classes.map((file) => file[0]?.toLowerCase() + file.slice(1)).sort()).toEqual([...groups].sort());
});
