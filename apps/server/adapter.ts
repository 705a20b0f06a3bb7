import { createRoutes, type Door, type Found, type HttpReply, type HttpRequest, type Refusal, refusalReply } from '@scrip/http';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { allowHeader, notAllowed, notFound, refusalOf, unsupportedEncoding } from './refusals.ts';
import type { Arrival } from './transport.ts';

const NO_BODY = new Uint8Array();

/** Serves doors by Fastify, and what is HTTP itself around them: 404, 405 with Allow, 413, 415 for encodings, 500. */
export function serveDoors(app: FastifyInstance, doors: readonly Door[], bodyLimit: number, isSecure: (arrival: Arrival) => boolean): void {
  const routes = createRoutes(doors);
  const answer = (request: FastifyRequest, reply: FastifyReply) => {
    const path = pathOf(request);
    const route = routes.find(request.method, path);
    if (route?.door) return answerBy(route.door, requestOf(request, path, route, isSecure), reply);
    if (!route) return sendReply(reply, refusalReply(notFound(path)));
    return sendReply(reply.header('allow', allowHeader(route.allowed)), refusalReply(notAllowed(request.method, path, route.allowed)));
  };
  /** The door of the address says it in its own words, where it has any. */
  const refuse = (request: FastifyRequest, reply: FastifyReply, refusal: Refusal) => {
    const path = pathOf(request);
    const route = routes.find(request.method, path);
    if (!route?.door?.refuse) return sendReply(reply, refusalReply(refusal));
    return sendReply(reply, route.door.refuse(refusal, { ...requestOf(request, path, route, isSecure), body: NO_BODY }));
  };
  // Doors read their bodies themselves: whole, as bytes, whatever the header says or lacks.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addHook('onRequest', (request, reply, done) => {
    namedReply(request, reply);
    const encoding = request.headers['content-encoding'];
    if (encoding === undefined || encoding === 'identity') done();
    else refuse(request, reply, unsupportedEncoding(encoding));
  });
  app.setErrorHandler<FastifyError>((error, request, reply) => refuse(request, reply, refusalOf(error, request, bodyLimit)));
  app.all('/*', answer);
  // Methods that Fastify has no routes for.
  app.setNotFoundHandler(answer);
}

async function answerBy(door: Door, request: HttpRequest, reply: FastifyReply): Promise<FastifyReply> {
  return sendReply(reply, await door.answer(request));
}

/** What every reply says: which request it answers, and that nobody should guess at another type than it names. */
export function namedReply({ id }: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply.header('x-request-id', id).header('x-content-type-options', 'nosniff');
}

export function sendReply(reply: FastifyReply, { status, headers, body }: HttpReply): FastifyReply {
  return reply.code(status).headers(headers).send(body);
}

/** As the client wrote it, up to the query or to a fragment, which no client should send. */
function pathOf({ url }: FastifyRequest): string {
  const end = url.search(/[?#]/);
  return end < 0 ? url : url.slice(0, end);
}

function requestOf(
  request: FastifyRequest,
  path: string,
  { address, params }: Found,
  isSecure: (arrival: Arrival) => boolean,
): HttpRequest {
  const { headers, ip: source } = request;
  return {
    address,
    method: request.method === 'HEAD' ? 'GET' : request.method,
    path,
    params,
    query: request.query as HttpRequest['query'],
    headers,
    body: Buffer.isBuffer(request.body) ? request.body : NO_BODY,
    source,
    secure: isSecure({ peer: request.socket.remoteAddress, source, headers }),
    requestId: request.id,
    log: request.log,
  };
}
