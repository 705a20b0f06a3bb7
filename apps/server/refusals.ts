import type { Refusal } from '@scrip/http';
import type { FastifyError, FastifyRequest } from 'fastify';

/** What HTTP itself says no to, whatever door a request wanted. */
export const BAD_ADDRESS: Refusal = { status: 400, error: 'bad_request', message: 'the address of the request is no URL' };

/** Bodies and replies of one source, or of all, that the server holds. */
export const TOO_MUCH_HELD: Refusal = {
  status: 503,
  error: 'busy',
  message: 'too many replies to your address wait to be read, or too many of its requests are on their way; try again',
};

export function notFound(path: string): Refusal {
  return { status: 404, error: 'not_found', message: `there is nothing at ${path.slice(0, 200)}; the addresses are listed at /docs` };
}

export function notAllowed(method: string, path: string, allowed: readonly string[]): Refusal {
  return { status: 405, error: 'method_not_allowed', message: `${path} takes ${allowed.join(', ')}, not ${method}` };
}

/** `GET` -> `GET, HEAD`, for the header Allow. */
export function allowHeader(allowed: readonly string[]): string {
  return allowed.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', ');
}

export function unsupportedEncoding(encoding: string): Refusal {
  const message = `bodies are taken as they are, not with Content-Encoding ${encoding.slice(0, 40)}`;
  return { status: 415, error: 'unsupported_encoding', message };
}

/** What Fastify stumbled over; an error of ours goes to the log, and the caller gets the id under which to find it. */
export function refusalOf(error: FastifyError, { id, log }: FastifyRequest, bodyLimit: number): Refusal {
  const status = error.statusCode ?? 500;
  if (status === 413) {
    return { status, error: 'body_too_large', message: `the body is larger than ${bodyLimit} bytes (SCRIP_BODY_LIMIT)` };
  }
  if (status < 500) return { status, error: 'bad_request', message: error.message };
  log.error({ err: error, requestId: id }, 'a request failed outside the procedures');
  return { status: 500, error: 'internal', message: `the server failed; its log tells more under request ${id}` };
}
