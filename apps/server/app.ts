import type { Capabilities } from '@scrip/capability';
import type { Database } from '@scrip/database';
import { createJsonRpc } from '@scrip/protocol-jsonrpc';
import { createXmlRpc } from '@scrip/protocol-xmlrpc';
import { openRpcDocument, type Rpc, referenceHtml } from '@scrip/rpc';
import Fastify, { type FastifyBaseLogger, type FastifyError, type FastifyInstance, LogController } from 'fastify';
import { answerNoHttp, answerUnknown, httpError, serve } from './http.ts';
import type { createMetrics } from './metrics.ts';

export interface AppParts {
  readonly rpc: Rpc;
  readonly capabilities: Capabilities;
  readonly database: Database;
  readonly metrics: ReturnType<typeof createMetrics>;
  readonly log: FastifyBaseLogger;
  readonly bodyLimit: number;
  /** Addresses or networks of proxies in front. */
  readonly trustedProxies: readonly string[];
  /** How long a client may take to send a whole request, and a third of it for the headers; slower ones are cut off. */
  readonly requestTimeout_ms: number;
  readonly version: string;
  /** False once the server has begun to stop. */
  ready(): boolean;
}

/** Everything that is served over HTTP, at the addresses of the README. */
export function createApp(parts: AppParts): FastifyInstance {
  const { rpc, capabilities, database, metrics } = parts;
  let requests = 0;
  const run = Date.now().toString(36);
  const app = Fastify({
    loggerInstance: parts.log,
    logController: new LogController({ disableRequestLogging: true }),
    // A child of the logger for each request would cost as much as decoding its body; every line names its request itself.
    childLoggerFactory: (logger) => logger,
    bodyLimit: parts.bodyLimit,
    // Whose X-Forwarded-For counts: failed logins are slowed by where they come from, and behind a proxy all come from it.
    trustProxy: parts.trustedProxies.length > 0 ? [...parts.trustedProxies] : false,
    requestTimeout: parts.requestTimeout_ms,
    http: { headersTimeout: parts.requestTimeout_ms / 3, connectionsCheckingInterval: parts.requestTimeout_ms / 6 },
    clientErrorHandler: answerNoHttp,
    frameworkErrors: (_error, request, reply) =>
      httpError(reply.header('x-request-id', request.id), 400, 'bad_request', 'the address of the request is no URL'),
    forceCloseConnections: 'idle',
    // Unique across restarts, so that a request id in a fault finds one place in the log.
    genReqId: () => `${run}-${(++requests).toString(36)}`,
  });

  // Protocols read their bodies themselves: whole, as bytes, whatever the header says or lacks.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    const encoding = request.headers['content-encoding'];
    if (encoding === undefined || encoding === 'identity') done();
    else {
      httpError(reply, 415, 'unsupported_encoding', `bodies are taken as they are, not with Content-Encoding ${encoding.slice(0, 40)}`);
    }
  });
  // A connection that is kept would keep the server from stopping for as long as the client likes.
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (!parts.ready()) reply.header('connection', 'close');
    done();
  });
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status === 413)
      return httpError(reply, 413, 'body_too_large', `the body is larger than ${parts.bodyLimit} bytes (SCRIP_BODY_LIMIT)`);
    if (status < 500) return httpError(reply, status, 'bad_request', error.message);
    request.log.error({ err: error, requestId: request.id }, 'a request failed outside the procedures');
    return httpError(reply, 500, 'internal', `the server failed; its log tells more under request ${request.id}`);
  });
  answerUnknown(app);

  const xmlRpc = createXmlRpc({ rpc });
  const jsonRpc = createJsonRpc({ rpc });
  serve(app, '/xmlrpc', [xmlRpc]);
  serve(app, '/RPC2', [xmlRpc]);
  serve(app, '/api.php', [xmlRpc, jsonRpc], (body) => (looksLikeJsonRpc(body) ? jsonRpc : undefined));
  serve(app, '/jsonrpc', [jsonRpc]);

  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    if (!parts.ready()) return httpError(reply, 503, 'unavailable', 'the server is stopping');
    try {
      await database.pool.query('SELECT 1');
      return { status: 'ready' };
    } catch {
      return httpError(reply, 503, 'unavailable', 'the database does not answer');
    }
  });
  app.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text()));
  app.get('/.well-known/jwks.json', async () => capabilities.jwks());

  const openrpc = openRpcDocument(rpc.registry, { title: 'Scrip', version: parts.version });
  const docs = referenceHtml(rpc.registry);
  app.get('/', async (_request, reply) => reply.redirect('/docs'));
  app.get('/openrpc.json', async () => openrpc);
  app.get('/docs', async (_request, reply) => reply.type('text/html; charset=utf-8').send(docs));
  return app;
}

/**
 * Whether a body at the address that both protocols share is JSON-RPC. davexmlrpc's JSON form of XML-RPC begins with a
 * brace as well, but names its one member methodCall.
 */
function looksLikeJsonRpc(body: Uint8Array): boolean {
  const start = Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, 256)).toString('latin1').trimStart();
  return start.startsWith('[') || (start.startsWith('{') && !/^\{\s*"methodCall"/.test(start));
}
