// What stands in front of Prisma Studio. Studio asks PostgreSQL's catalogue for columns, which names those too that its role may not
// read, and then no query of that table works. So they are taken out of that answer. And Studio begins in the schema `public`; people
// want the views of the schema `studio`.
import { once } from 'node:events';
import { createServer, request } from 'node:http';

const FIRST_VIEW = 'view=table&schema=studio&table=payments';
const HOST = '127.0.0.1';

/** Takes hidden columns out of the answer to Studio's question for tables and columns; other answers stay as they are. */
export function withoutSecrets(body, secrets) {
  const answer = JSON.parse(body);
  const [, rows] = Array.isArray(answer) ? answer : [];
  if (!Array.isArray(rows)) return body;
  const isCatalogue = ({ schema, name, columns }) => typeof schema === 'string' && typeof name === 'string' && Array.isArray(columns);
  if (rows.length === 0 || !rows.every((row) => row !== null && typeof row === 'object' && isCatalogue(row))) return body;
  const shown = rows.map(({ columns, ...table }) => ({
    ...table,
    columns: columns.filter(({ name }) => !(secrets[table.name] ?? []).includes(name)),
  }));
  return JSON.stringify([null, shown]);
}

/** Begins with a view for people where the address names nothing else. */
function withFirstView(page) {
  return page.replace('<script>', `<script>if (!location.hash) location.hash = '${FIRST_VIEW}';</script>\n    <script>`);
}

/** The reply of the Studio behind, whole. */
async function ask(port, { method, url, headers }, body) {
  // It would refuse what comes from another address than its own; isOurs has looked at that.
  const { origin: _, ...others } = headers;
  const asked = request({ host: HOST, port, method, path: url, headers: { ...others, host: `localhost:${port}` } });
  asked.end(body);
  const [reply] = await once(asked, 'response');
  return { status: reply.statusCode, headers: reply.headers, body: await whole(reply) };
}

/** No page of anybody else's asks here, not even one that has found a name of its own for this machine. */
function isOurs({ headers: { host = '', origin } }) {
  return /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host) && (origin === undefined || origin === `http://${host}`);
}

async function whole(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const NO_RIGHT = 'Studio may not do that; the section Studio of the README says what can be edited';

/** Studio passes an error of PostgreSQL on without its message. What it tells people is put there again. */
export function withMessage(body) {
  const [error, ...rest] = [JSON.parse(body)].flat();
  if (rest.length > 0 || error === null || typeof error !== 'object' || typeof error.code !== 'string' || error.message) return body;
  return JSON.stringify([{ ...error, message: error.detail ?? (error.code === '42501' ? NO_RIGHT : `${error.name} ${error.code}`) }]);
}

function changed({ method, url }, body, secrets) {
  if (method === 'POST' && url === '/bff') return withMessage(withoutSecrets(body.toString(), secrets));
  if (method === 'GET' && url === '/') return withFirstView(body.toString());
  return body;
}

/** Listens on this machine alone, since Studio asks nobody for a password; `behind` is the port of the Studio behind. */
export async function startFront({ port, behind, secrets }) {
  const server = createServer(async (request, response) => {
    try {
      if (!isOurs(request)) return response.writeHead(403).end();
      const reply = await ask(behind, request, await whole(request));
      const body = Buffer.from(changed(request, reply.body, secrets));
      const { 'transfer-encoding': _, ...headers } = reply.headers;
      response.writeHead(reply.status, { ...headers, 'content-length': body.length }).end(body);
    } catch (error) {
      response.writeHead(502, { 'content-type': 'text/plain' }).end(`Prisma Studio does not answer: ${error.message}`);
    }
  });
  server.listen(port, HOST);
  await once(server, 'listening');
  return server;
}
