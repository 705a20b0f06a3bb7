import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

/** On the PATH, or where Debian keeps it (package postgresql). */
function find(): string {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const candidates = ['pgbench', ...versions.map((version) => `${root}/${version}/bin/pgbench`)];
  for (const candidate of candidates) {
    try {
      execFileSync(candidate, ['--version'], { stdio: 'ignore' });
      return candidate;
    } catch {}
  }
  throw new Error("pgbench is not on this machine; Debian's package postgresql has it");
}

/**
 * TPC-B with prepared statements in a database of its own on the same server. As many branches as clients, as pgbench's
 * manual asks for, so that it is not measured waiting for its own row locks.
 */
export async function pgbench(adminUrl: string, clients: number) {
  const program = find();
  const address = new URL(adminUrl);
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query('DROP DATABASE IF EXISTS pgbench');
  await admin.query('CREATE DATABASE pgbench');
  await admin.end();
  const env = { ...process.env, PGPASSWORD: decodeURIComponent(address.password) };
  const target = ['-h', address.hostname, '-p', address.port, '-U', decodeURIComponent(address.username), 'pgbench'];
  await run(program, ['-i', '-q', '-s', String(clients), ...target], { env });
  return {
    /** Transactions a second. */
    async run(seconds: number): Promise<number> {
      const { stdout } = await run(program, ['-M', 'prepared', '-c', String(clients), '-j', '2', '-T', String(seconds), ...target], {
        env,
      });
      const rate = Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
      if (!(rate > 0)) throw new Error(`pgbench printed no rate: ${stdout}`);
      return rate;
    },
  };
}
