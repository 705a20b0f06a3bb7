import pg from 'pg';

/** Who the server is in its own database: the owner of all that is ours there, and no superuser. */
export const SERVER_ROLE = 'scrip_server';

const CONNECT_TIMEOUT_ms = 5_000;
const PLAIN = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';

/**
 * In databases of version 0.1.0 all of it belongs to the superuser, whom the server was then. What belongs to a table goes
 * with it: its sequences, its row type, its indexes.
 */
const TAKE_OVER = `DO $do$
DECLARE
  thing record;
BEGIN
  FOR thing IN
    SELECT format('SCHEMA %I', nspname) AS named FROM pg_namespace n WHERE n.nspowner = current_user::regrole AND pg_temp.ours(n.oid)
    UNION ALL
    SELECT format('TABLE %s', c.oid::regclass) FROM pg_class c
    WHERE c.relowner = current_user::regrole AND c.relkind IN ('r', 'p', 'v', 'm', 'S') AND pg_temp.ours(c.relnamespace)
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i') AND c.relkind = 'S')
    UNION ALL
    SELECT format('ROUTINE %s', p.oid::regprocedure) FROM pg_proc p WHERE p.proowner = current_user::regrole AND pg_temp.ours(p.pronamespace)
    UNION ALL
    SELECT format('TYPE %s', t.oid::regtype) FROM pg_type t
    WHERE t.typowner = current_user::regrole AND t.typtype IN ('e', 'd') AND pg_temp.ours(t.typnamespace)
  LOOP
    EXECUTE format('ALTER %s OWNER TO ${SERVER_ROLE}', thing.named);
  END LOOP;
END $do$`;

/** Of no schema of PostgreSQL's own. Made for this session only. */
const OURS = `CREATE FUNCTION pg_temp.ours(oid) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT nspname !~ '^pg_' AND nspname <> 'information_schema' FROM pg_namespace WHERE oid = $1 $$`;

/**
 * Makes the server's role, or gives the one that is there this password and no more rights than it needs. The only thing
 * that the superuser does: whoever finds a way to run SQL as the server gets no file and no program of the machine.
 */
export async function prepareServerRole(superuserUrl: string, password: string): Promise<void> {
  const client = new pg.Client({
    connectionString: superuserUrl,
    connectionTimeoutMillis: CONNECT_TIMEOUT_ms,
    application_name: 'scrip roles',
  });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('BEGIN');
    const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [SERVER_ROLE]);
    await client.query(`${rowCount === 1 ? 'ALTER' : 'CREATE'} ROLE ${SERVER_ROLE} ${PLAIN} PASSWORD ${pg.escapeLiteral(password)}`);
    const { rows } = await client.query<{ name: string }>('SELECT quote_ident(current_database()) AS name');
    await client.query(`ALTER DATABASE ${rows[0]?.name} OWNER TO ${SERVER_ROLE}`);
    await client.query(OURS);
    await client.query(TAKE_OVER);
    await client.query('DROP FUNCTION pg_temp.ours(oid)');
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}
