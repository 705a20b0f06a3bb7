import {
  createRoutes,
  type Door,
  type Found,
  type HttpReply,
  type HttpRequest,
  type Refusal,
  RequestBudget,
  refusalReply,
  SMALL,
  Sources,
} from '@scrip/http';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { allowHeader, notAllowed, notFound, refusalOf, TOO_MUCH_HELD, unsupportedEncoding } from './refusals.ts';
import type { Arrival } from './transport.ts';

const NO_BODY = new Uint8Array();
/** Characters of the longest address, IPv6 with a zone. */
const MAX_ADDRESS = 64;

/** What the server knows of requests beyond what they say. */
interface Surroundings {
  readonly sources: Sources;
  isSecure(arrival: Arrival): boolean;
}

/** Serves doors by Fastify, and what is HTTP itself around them: 404, 405 with Allow, 413, 415 for encodings, 500. */
export function serveDoors(app: FastifyInstance, doors: readonly Door[], bodyLimit: number, isSecure: (arrival: Arrival) => boolean): void {
  const routes = createRoutes(doors);
  const sources = new Sources(bodyLimit);
  const surroundings = { sources, isSecure };
  const answer = (request: FastifyRequest, reply: FastifyReply) => {
    const path = pathOf(request);
    const route = routes.find(request.method, path);
    if (route?.door) return answerBy(route.door, requestOf(request, path, route, surroundings), reply);
    if (!route) return sendReply(reply, refusalReply(notFound(path)));
    return sendReply(reply.header('allow', allowHeader(route.allowed)), refusalReply(notAllowed(request.method, path, route.allowed)));
  };
  /** The door of the address says it in its own words, where it has any. */
  const refuse = (request: FastifyRequest, reply: FastifyReply, refusal: Refusal) => {
    const path = pathOf(request);
    const route = routes.find(request.method, path);
    if (!route?.door?.refuse) return sendReply(reply, refusalReply(refusal));
    return sendReply(reply, route.door.refuse(refusal, { ...requestOf(request, path, route, surroundings), body: NO_BODY }));
  };
  // Doors read their bodies themselves: whole, as bytes, whatever the header says or lacks.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addHook('onRequest', (request, reply, done) => {
    namedReply(request, reply);
    const encoding = request.headers['content-encoding'];
    if (encoding !== undefined && encoding !== 'identity') refuse(request, reply, unsupportedEncoding(encoding));
    else if (holdsBody(request, reply, sources, bodyLimit)) done();
    else refuse(request, reply, TOO_MUCH_HELD);
  });
  app.setErrorHandler<FastifyError>((error, request, reply) => refuse(request, reply, refusalOf(error, request, bodyLimit)));
  app.all('/*', answer);
  // Methods that Fastify has no routes for.
  app.setNotFoundHandler(answer);
}

async function answerBy(door: Door, request: HttpRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { budget } = request;
  try {
    return sendReply(reply, await door.answer(request));
  } finally {
    if (budget.held_bytes > 0) whenClosed(reply, () => budget.release());
  }
}

/** Counts a body that is more than small as held for its source until the request is answered. False where that has too much. */
function holdsBody({ headers, ip }: FastifyRequest, reply: FastifyReply, sources: Sources, bodyLimit: number): boolean {
  const bytes = headers['transfer-encoding'] === undefined ? Number(headers['content-length'] ?? 0) : bodyLimit;
  // A longer one than may be is refused before it is read.
  if (bytes <= SMALL || bytes > bodyLimit) return true;
  const source = sources.of(ip);
  if (source.full) return false;
  source.hold(bytes);
  whenClosed(reply, () => source.release(bytes));
  return true;
}

/** When a reply has been handed to the system, or nobody is there to get it. */
function whenClosed({ raw }: FastifyReply, act: () => void): void {
  if (raw.closed) act();
  else raw.on('close', act);
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

function requestOf(request: FastifyRequest, path: string, { address, params }: Found, { sources, isSecure }: Surroundings): HttpRequest {
  const { headers } = request;
  // What a proxy forwards is a text of the client.
  const source = request.ip.slice(0, MAX_ADDRESS);
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
    budget: new RequestBudget(sources.of(source), request.raw.socket),
    log: request.log,
  };
}
