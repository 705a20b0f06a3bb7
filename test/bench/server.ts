import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Fastify from 'fastify';
import pg from 'pg';

/** The bundled server on an embedded PostgreSQL of its own. */
export async function startServer(dataDir: string, settings: Readonly<Record<string, string>> = {}) {
  const program = fileURLToPath(new URL('../dist/server.mjs', import.meta.url));
  const env = { ...process.env, PORT: '0', SCRIP_DATA: dataDir, SCRIP_DEMO: '0', DATABASE_URL: '', ...settings };
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const ready = /ready at (http:\/\/\S+)/.exec(text)?.[1];
      if (ready) resolve(ready);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return {
    url,
    child,
    async audit(): Promise<string> {
      const operator = readFileSync(join(dataDir, 'operator.capability'), 'utf8').trim();
      const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'operator.audit', params: [[operator]] });
      const reply = await fetch(`${url}/jsonrpc`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      return reply.text();
    },
    stop: () =>
      new Promise<void>((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

/** A Fastify route that does nothing but ask the database and answer in JSON: no protocol, no capability, no checks. */
export async function bareRoute<B>(databaseUrl: string, answer: (pool: pg.Pool, body: B) => Promise<unknown>) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 16 });
  const app = Fastify();
  app.post('/', async (request, reply) => {
    reply.type('application/json');
    return JSON.stringify(await answer(pool, request.body as B));
  });
  const url = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
  return {
    url,
    async close() {
      await app.close();
      await pool.end();
    },
  };
}
