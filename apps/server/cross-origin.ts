import type { onRequestHookHandler } from 'fastify';

/** The addresses of the protocols; pages of other origins reach nothing else. */
const PROTOCOLS = ['/jsonrpc', '/xmlrpc', '/RPC2', '/api.php'];
/** How long a browser may remember what it was told, in seconds. */
const MAX_AGE = '600';

/**
 * Lets pages of these origins (`*`: of any) call the protocols, as the Fetch standard's CORS protocol has it. Cookies are never
 * taken, so that a page can do only what its own capabilities open. An OPTIONS that is no preflight goes on as any other request.
 */
export function crossOrigin(origins: readonly string[]): onRequestHookHandler {
  const any = origins.includes('*');
  return ({ headers, url, method }, reply, done) => {
    const { origin } = headers;
    if (!PROTOCOLS.includes(url)) return done();
    // A cache between must not hand one origin's answer to another.
    if (!any) reply.header('vary', 'origin');
    if (origin === undefined || !(any || origins.includes(origin))) return done();
    reply.header('access-control-allow-origin', any ? '*' : origin).header('access-control-expose-headers', 'retry-after, x-request-id');
    if (method !== 'OPTIONS' || headers['access-control-request-method'] === undefined) return done();
    reply.headers({
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type, authorization',
      'access-control-max-age': MAX_AGE,
    });
    reply.code(204).send();
  };
}
