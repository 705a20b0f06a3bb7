import { type Door, refusalReply } from '@scrip/http';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { namedReply, sendReply, serveDoors } from './adapter.ts';
import { crossOrigin } from './cross-origin.ts';
import { createHttpServer, type HttpServerOptions } from './http-server.ts';
import { BAD_ADDRESS } from './refusals.ts';
import { secureArrivals } from './transport.ts';

export interface AppOptions extends HttpServerOptions {
  readonly doors: readonly Door[];
  readonly log: FastifyBaseLogger;
  readonly bodyLimit: number;
  /** Addresses or networks of proxies in front. */
  readonly trustedProxies: readonly string[];
  /** Origins whose pages may call the protocols; `*` for any. */
  readonly origins: readonly string[];
  /** False once the server has begun to stop. */
  ready(): boolean;
}

/** The HTTP server: limits, timeouts, who asks, and how it drains. What is served are its doors. */
export function createApp(options: AppOptions): FastifyInstance {
  let requests = 0;
  const run = Date.now().toString(36);
  const app = Fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    // A child of the logger for each request would cost as much as decoding its body; every line names its request itself.
    childLoggerFactory: (logger) => logger,
    bodyLimit: options.bodyLimit,
    // Whose X-Forwarded-For counts: failed logins are slowed by where they come from, and behind a proxy all come from it.
    trustProxy: options.trustedProxies.length > 0 ? [...options.trustedProxies] : false,
    serverFactory: (answer) => createHttpServer(options, answer),
    // What is no request is answered by the connection, after those before it.
    clientErrorHandler: () => {},
    forceCloseConnections: 'idle',
    // Unique across restarts, so that a request id in a fault finds one place in the log.
    genReqId: () => `${run}-${(++requests).toString(36)}`,
    frameworkErrors: (_error, request, reply) => {
      sendReply(namedReply(request, reply), refusalReply(BAD_ADDRESS));
    },
  });
  // A connection that is kept would keep the server from stopping for as long as the client likes.
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (!options.ready()) reply.header('connection', 'close');
    done();
  });
  if (options.origins.length > 0) app.addHook('onRequest', crossOrigin(options.origins));
  serveDoors(app, options.doors, options.bodyLimit, secureArrivals(options.trustedProxies));
  return app;
}
