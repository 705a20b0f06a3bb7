// The role that Prisma Studio connects as: what it may read and edit, and how it is made.
import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** Nobody reads these in Studio. A test looks for columns that ought to be here. */
export const SECRETS = {
  avatar: ['password_hash', 'md5_sealed'],
  first_reply: ['reply'],
  gift_app: ['secret_hash'],
  login_challenge: ['challenge'],
  outbox: ['body', 'link_sealed'],
  room_site: ['key_hash'],
  signing_key: ['private_sealed'],
  studio: ['token_hash'],
  vend_gift_card: ['code_hash', 'code_sealed'],
};

/** What follows from an edit of these is done by triggers of the schema `studio`, which also refuse what procedures would refuse. */
export const EDITABLE = {
  avatar: ['email'],
  lease_location: ['name', 'min_secs', 'max_secs', 'overdue_secs', 'grace_secs', 'refund_percent', 'discount_secs', 'discount_percents'],
  lease_unit: ['name', 'model', 'region', 'rate', 'period_secs'],
  vend_collection: ['name', 'description', 'tags', 'public'],
  vend_product: ['name', 'description', 'categories', 'tags', 'price', 'mature', 'copy', 'modify', 'transfer', 'featured'],
};

/** Roles belong to the whole cluster, in which there may be several databases of ours. The triggers know them by this beginning. */
const PREFIX = 'scrip_studio_';
/** Tells a role of ours from somebody else's that happens to have the name. */
const MARK = 'Made by npm run studio of Scrip';

/** A person leaves a window open; the server must not wait for it. */
const SETTINGS = { statement_timeout: '30s', lock_timeout: '3s', idle_in_transaction_session_timeout: '10s', timezone: 'UTC' };

const quoted = (name) => pg.escapeIdentifier(name);
const list = (columns) => columns.map(quoted).join(', ');

/**
 * Makes the role, or gives the one that is there a new password and its rights anew. Returns the address with which Studio connects.
 * Throws where that is not possible; nothing is changed then.
 */
export async function studioUrl(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN');
    const password = randomBytes(24).toString('base64url');
    const role = await makeRole(client, password);
    await grantRights(client, role);
    await client.query('COMMIT');
    const own = new URL(url);
    own.username = role;
    own.password = password;
    await mustConnect(own.href);
    return own.href;
  } finally {
    await client.end();
  }
}

/** Two that start at once wait for each other. */
async function makeRole(client, password) {
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('role of studio', 0))`);
  const { rows } = await client.query(
    `SELECT $1 || d.oid AS role, d.datname AS database, r.oid IS NOT NULL AS there, shobj_description(r.oid, 'pg_authid') AS mark
     FROM pg_database d LEFT JOIN pg_roles r ON r.rolname = $1 || d.oid WHERE d.datname = current_database()`,
    [PREFIX],
  );
  const { role, database, there, mark } = rows[0];
  if (there && mark !== MARK) throw new Error(`the role ${role} is there already, and was not made by this command`);
  const name = quoted(role);
  const plain = `LOGIN NOCREATEDB NOCREATEROLE NOREPLICATION NOINHERIT PASSWORD ${pg.escapeLiteral(password)}`;
  await client.query(`${there ? 'ALTER' : 'CREATE'} ROLE ${name} ${plain}`);
  if (!there) await client.query(`COMMENT ON ROLE ${name} IS ${pg.escapeLiteral(MARK)}`);
  for (const [setting, value] of Object.entries(SETTINGS))
    await client.query(`ALTER ROLE ${name} SET ${setting} = ${pg.escapeLiteral(value)}`);
  await client.query(`GRANT CONNECT ON DATABASE ${quoted(database)} TO ${name}`);
  return role;
}

/** Everything that it had is taken first, so that it has no right to what an earlier version let it do. */
async function grantRights(client, role) {
  const to = quoted(role);
  const schema = quoted((await client.query('SELECT current_schema() AS schema')).rows[0].schema);
  await client.query(`REVOKE ALL ON ALL TABLES IN SCHEMA ${schema}, studio FROM ${to}`);
  await client.query(`GRANT USAGE ON SCHEMA ${schema}, studio TO ${to}`);
  await client.query(`GRANT SELECT ON ALL TABLES IN SCHEMA studio TO ${to}`);
  const { rows } = await client.query(
    `SELECT c.relname AS table, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm') GROUP BY c.relname`,
  );
  for (const { table, columns } of rows) {
    const from = `${schema}.${quoted(table)}`;
    // PostgreSQL takes a right to single columns away only where they are named.
    await client.query(`REVOKE ALL (${list(columns)}) ON ${from} FROM ${to}`);
    const hidden = SECRETS[table];
    const shown = hidden ? ` (${list(columns.filter((column) => !hidden.includes(column)))})` : '';
    await client.query(`GRANT SELECT${shown} ON ${from} TO ${to}`);
    if (EDITABLE[table]) await client.query(`GRANT UPDATE (${list(EDITABLE[table])}) ON ${from} TO ${to}`);
  }
}

/** A role may be there and still not be let in, by pg_hba.conf or by a pooler with a list of users. */
async function mustConnect(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.end();
}

/** As whoever the address says, in transactions that can only read. */
export function readOnlyUrl(url) {
  const address = new URL(url);
  const given = address.searchParams.get('options');
  const readOnly = '-c default_transaction_read_only=on';
  address.searchParams.set('options', given ? `${given} ${readOnly}` : readOnly);
  return address.href;
}
