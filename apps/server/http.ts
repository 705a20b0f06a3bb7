import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Protocol, WireReply } from '@scrip/rpc';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** The error bodies of HTTP itself: what went wrong before any protocol had a say. */
export function httpError(reply: FastifyReply, status: number, error: string, message: string): FastifyReply {
  return reply.code(status).type('application/json; charset=utf-8').send({ error, message });
}

/** `text/xml; charset=utf-8` -> `text/xml`; a missing header is the empty media type. */
function mediaType(request: FastifyRequest): string {
  const header = request.headers['content-type'] ?? '';
  return (header.split(';', 1)[0] ?? '').trim().toLowerCase();
}

const BEARER = /^Bearer +(\S{1,4096}) *$/i;

/**
 * Serves protocols at one address. Where there are several, the first that takes the body's media type answers, after
 * `choose` had its say.
 */
export function serve(
  app: FastifyInstance,
  url: string,
  protocols: readonly Protocol[],
  choose: (body: Uint8Array) => Protocol | undefined = () => undefined,
): void {
  app.post(url, async (request, reply) => {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const type = mediaType(request);
    const protocol = choose(body) ?? protocols.find((candidate) => candidate.mediaTypes.includes(type));
    if (!protocol) {
      const wanted = [...new Set(protocols.flatMap((candidate) => candidate.mediaTypes))].filter(Boolean).join(', ');
      return httpError(
        reply,
        415,
        'unsupported_media_type',
        `the Content-Type is ${JSON.stringify(type.slice(0, 80))}; ${url} takes ${wanted}`,
      );
    }
    const bearer = BEARER.exec(request.headers.authorization ?? '')?.[1];
    return send(
      reply,
      await protocol.answer({
        body,
        contentType: request.headers['content-type'],
        query: request.query as Record<string, string | undefined>,
        call: {
          requestId: request.id,
          protocol: protocol.name,
          source: request.ip,
          log: request.log,
          credentials: bearer === undefined ? [] : [{ kind: 'capability', token: bearer }],
        },
      }),
    );
  });
}

function send(reply: FastifyReply, { status, contentType, body }: WireReply): FastifyReply {
  reply.code(status);
  if (contentType === undefined) return reply.send();
  return reply.header('content-type', contentType).send(body);
}

/** Answers 404 and 405 (with Allow) for whatever has no route of its own. */
export function answerUnknown(app: FastifyInstance): void {
  const METHODS = ['GET', 'POST'] as const;
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '/';
    const allowed = METHODS.filter((method) => app.hasRoute({ method, url: path }));
    if (allowed.length > 0) {
      reply.header('allow', allowed.includes('GET') ? 'GET, HEAD' : allowed.join(', '));
      return httpError(reply, 405, 'method_not_allowed', `${path} takes ${allowed.join(', ')}, not ${request.method}`);
    }
    return httpError(reply, 404, 'not_found', `there is nothing at ${path.slice(0, 200)}; the addresses are listed at /docs`);
  });
}

/** Statuses of requests that never become one, by Node's error code. */
const NO_HTTP: Readonly<Record<string, readonly [status: number, error: string, message: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'request_timeout', 'the request came too slowly; the connection is closed'],
  HPE_HEADER_OVERFLOW: [431, 'headers_too_large', 'the headers are larger than 16 KiB'],
};

/**
 * Answers what is no HTTP, or comes too slowly, and closes the connection. Nothing of it is logged: the raw bytes that
 * the error carries may hold a capability.
 */
export function answerNoHttp({ code = '' }: NodeJS.ErrnoException, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, error, message] = NO_HTTP[code] ?? [400, 'bad_request', 'this is no HTTP request'];
  const body = JSON.stringify({ error, message });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
