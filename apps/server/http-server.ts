import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { Connection } from './connection.ts';
import { NO_TUNNEL, noHttpOf } from './no-http.ts';

export interface HttpServerOptions {
  /** How long a client may take to send a whole request, and a third of it for the headers; slower ones are cut off. */
  readonly requestTimeout_ms: number;
  /** How long nothing may move on a connection with a request. Who does not read is cut then; a call takes less. */
  readonly writeTimeout_ms: number;
}

const KEEP_ALIVE_ms = 72_000;

/** Node's HTTP server, with `answer` called for one request of a connection after the other. */
export function createHttpServer({ requestTimeout_ms, writeTimeout_ms }: HttpServerOptions, answer: RequestListener): Server {
  const server = createServer({
    requestTimeout: requestTimeout_ms,
    headersTimeout: requestTimeout_ms / 3,
    connectionsCheckingInterval: requestTimeout_ms / 6,
    keepAliveTimeout: KEEP_ALIVE_ms,
  });
  const connections = new WeakMap<object, Connection>();
  const connectionOf = (socket: Socket): Connection => {
    const known = connections.get(socket) ?? new Connection(socket, answer);
    connections.set(socket, known);
    return known;
  };
  server.setTimeout(writeTimeout_ms);
  // A client that closes its side after it has asked still gets its answer. Node has no option for it.
  Object.assign(server, { httpAllowHalfOpen: true });
  server.on('request', (request, response) => connectionOf(request.socket).take(response));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // What follows a request with `Connection: close` is none of ours.
    if (error.code === 'HPE_CLOSED_CONNECTION') return;
    if (!isUnreadable(error) || !socket.writable) socket.destroy();
    else connectionOf(socket as Socket).fail(noHttpOf(error));
  });
  // Node leaves such a connection to whoever listens, with the answers before it still on their way.
  server.on('connect', ({ socket }) => {
    socket.on('error', () => socket.destroy());
    connectionOf(socket).fail(NO_TUNNEL);
  });
  return server;
}

/** Whether the parser stumbled or waited too long, rather than the connection being broken. */
function isUnreadable({ code = '' }: NodeJS.ErrnoException): boolean {
  return code.startsWith('HPE_') || code === 'ERR_HTTP_REQUEST_TIMEOUT';
}
