import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root, sourceFiles } from './imports.mjs';
import { npmPackagesOutside } from './npm-packages-outside.mjs';

/** Every statement of packages/: those that stand on the database are loaded, bundled into one. */
export async function loadStatements(files = sourceFiles()) {
  const outfile = join(root, `packages/database/generated/statements-${process.pid}.mjs`);
  const packages = [...files].flatMap(([path, text]) => {
    const [, name] = /^packages\/([^/]+)\/package\.json$/.exec(path) ?? [];
    return name !== undefined && JSON.parse(text).dependencies?.['@scrip/database'] ? [name] : [];
  });
  const contents = [...packages.map((name) => `import '@scrip/${name}';`), "export { declaredStatements } from '@scrip/database';"].join(
    '\n',
  );
  const stdin = { contents, resolveDir: root, loader: 'ts' };
  await build({ stdin, outfile, bundle: true, platform: 'node', format: 'esm', plugins: [npmPackagesOutside], logLevel: 'warning' });
  try {
    return (await import(outfile)).declaredStatements();
  } finally {
    rmSync(outfile);
  }
}

/**
 * What PostgreSQL says about a statement without running it: the types of its parameters, and its columns with the table
 * and the number there that they come from. For client.query of the driver, which has no such question of its own.
 */
class Describe {
  #settle;
  #params = [];
  #fields = [];

  /** Its answer comes by `settle`, as `error` or `found`. */
  constructor(text, settle) {
    this.text = text;
    this.#settle = settle;
  }

  submit(connection) {
    const onParams = ({ dataTypeIDs }) => {
      this.#params = dataTypeIDs;
    };
    connection.once('parameterDescription', onParams);
    const settle = this.#settle;
    this.#settle = (answer) => {
      connection.off('parameterDescription', onParams);
      settle(answer);
    };
    connection.parse({ text: this.text, name: '', types: [] });
    connection.describe({ type: 'S', name: '' });
    connection.sync();
  }

  handleRowDescription({ fields }) {
    this.#fields = fields;
  }

  handleError(error) {
    this.#settle({ error });
  }

  handleReadyForQuery() {
    this.#settle({ found: { params: this.#params, fields: this.#fields } });
  }
}

function describe(client, text) {
  return new Promise((resolve, reject) => {
    client.query(new Describe(text, ({ error, found }) => (error ? reject(error) : resolve(found))));
  });
}

/** The problems of statements with the schema of the client's database, a line each. */
export async function checkStatements(client, statements) {
  const catalogue = await readCatalogue(client);
  const problems = [];
  for (const statement of statements) {
    const called = statement.name ?? statement.text.trim().replace(/\s+/g, ' ').slice(0, 60);
    for (const problem of await problemsOf(client, catalogue, statement)) problems.push(`${called}: ${problem}`);
  }
  return problems;
}

async function readCatalogue(client) {
  const types = await client.query(
    `SELECT oid, typname AS name, (SELECT array_agg(enumlabel::text ORDER BY enumsortorder) FROM pg_enum
                                   WHERE enumtypid IN (t.oid, t.typelem)) AS labels FROM pg_type t`,
  );
  const columns = await client.query(
    `SELECT c.oid AS table, n.nspname AS schema, c.relname AS relation, a.attname AS name, a.attnum AS number, a.attnotnull AS required
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE a.attnum > 0 AND n.nspname NOT IN ('pg_catalog', 'information_schema')`,
  );
  return {
    types: new Map(types.rows.map((type) => [type.oid, type])),
    columns: new Map(columns.rows.map((column) => [`${column.table}.${column.number}`, column])),
    tables: new Map(columns.rows.map(({ table, schema, relation }) => [`${schema}.${relation}`, table])),
  };
}

async function problemsOf(client, catalogue, { text, params, row }) {
  const problems = [];
  let found;
  try {
    found = await describe(client, text);
  } catch (error) {
    return [error.message];
  }
  if (found.params.length !== params.length) problems.push(`it has ${found.params.length} parameters, declared are ${params.length}`);
  for (const [index, oid] of found.params.entries()) {
    if (index < params.length) problems.push(...typeProblems(`$${index + 1}`, params[index], catalogue.types.get(oid)));
  }
  // Locks are taken by functions that give nothing, which is a column nevertheless.
  const fields = found.fields.filter(({ dataTypeID }) => catalogue.types.get(dataTypeID).name !== 'void');
  if (!row)
    return fields.length === 0 ? problems : [...problems, `it gives ${fields.map(({ name }) => name).join(', ')}; no row is declared`];
  const nulls = await nullsOf(client, catalogue, text, fields);
  const missing = new Set(Object.keys(row));
  for (const [index, { name, dataTypeID }] of fields.entries()) {
    const type = row[name];
    if (!type) problems.push(`the column ${name} is not declared`);
    else if (!missing.delete(name)) problems.push(`two columns are called ${name}`);
    else {
      problems.push(...typeProblems(name, type, catalogue.types.get(dataTypeID)));
      if (nulls[index] === 'possible' && !type.nullable && !type.present) problems.push(`${name} may be null and is not declared so`);
      if (nulls[index] === 'impossible' && type.nullable) problems.push(`${name} is never null and is declared nullable`);
      if (nulls[index] === 'impossible' && type.present) problems.push(`${name} is never null: nobody needs to vouch for it`);
    }
  }
  return [...problems, ...[...missing].map((name) => `it gives no column ${name}`)];
}

function typeProblems(what, type, { name, labels }) {
  if (type.name !== name) return [`${what} is ${name}, declared is ${type.name}`];
  if (type.labels && type.labels.join() !== labels?.join()) return [`${what} has the values ${labels}, declared are ${type.labels}`];
  return [];
}

/** For each column whether null is `possible`, `impossible`, or undefined where neither is certain. */
async function nullsOf(client, catalogue, text, fields) {
  const plan = await planOf(client, text);
  const scans = plan ? scansOf(plan, catalogue.tables) : [];
  return fields.map(({ tableID, columnID }, index) => {
    const output = plan?.Output?.[index] ?? '';
    const column = catalogue.columns.get(`${tableID}.${columnID}`);
    if (!column) return nullsOfExpression(output, plan);
    if (!column.required) return isDemanded(column.name, text) ? undefined : 'possible';
    const [, alias] = /^\(*"?(\w+)"?\./.exec(output) ?? [];
    const called = scans.filter((scan) => scan.alias === alias);
    const same = called.length > 0 ? called : scans.filter(({ table }) => table === tableID);
    if (same.length === 0) return undefined;
    if (same.every(({ isOptional }) => isOptional)) return 'possible';
    return same.some(({ isOptional }) => isOptional) || scans.some(({ isOptional, table }) => isOptional && table === tableID)
      ? undefined
      : 'impossible';
  });
}

/** Whether a condition may keep out the rows in which the column is null. */
function isDemanded(column, text) {
  return new RegExp(`\\b${column}"?(?: IS NOT NULL|\\s*(?:=|<|>))`, 'i').test(text);
}

/** Undefined where a statement has none, such as SET. */
async function planOf(client, text) {
  try {
    const { rows } = await client.query(`EXPLAIN (GENERIC_PLAN, VERBOSE, FORMAT JSON) ${text}`);
    return rows[0]['QUERY PLAN'][0].Plan;
  } catch {
    return undefined;
  }
}

/** Which side of an outer join may be missing. */
const OPTIONAL_SIDES = { Left: ['Inner'], Right: ['Outer'], Full: ['Inner', 'Outer'] };

/** What a plan reads: the alias, the table if it is one, and whether an outer join may leave it out. */
function scansOf(plan, tables, isOptional = false) {
  const table = tables.get(`${plan.Schema}.${plan['Relation Name']}`);
  const own = plan.Alias === undefined ? [] : [{ alias: plan.Alias, table, isOptional }];
  const sides = OPTIONAL_SIDES[plan['Join Type']] ?? [];
  const below = (plan.Plans ?? []).flatMap((child) => {
    const side = child['Parent Relationship'];
    const isApart = side === 'InitPlan' || side === 'SubPlan';
    return scansOf(child, tables, !isApart && (isOptional || sides.includes(side)));
  });
  return [...own, ...below];
}

const NEVER_NULL = /^\(*(?:count|exists|now|clock_timestamp|row_number)\(|^'|^-?\d|^(?:true|false)$| IS (?:NOT )?NULL\)*$/i;
const OF_NOTHING_NULL = /^\(*(?:sum|min|max|avg|array_agg|string_agg|jsonb_agg|bool_and|bool_or)\(/;

function nullsOfExpression(output, plan) {
  if (/^\(*NULL::|ELSE NULL::/.test(output)) return 'possible';
  if (NEVER_NULL.test(output)) return 'impossible';
  return OF_NOTHING_NULL.test(output) && isOfAllRows(plan) ? 'possible' : undefined;
}

/** Whether it gives one row for all, also where there are none. */
function isOfAllRows(plan) {
  if (plan['Node Type'] === 'Aggregate') return plan['Group Key'] === undefined;
  return plan.Plans?.length === 1 && isOfAllRows(plan.Plans[0]);
}
