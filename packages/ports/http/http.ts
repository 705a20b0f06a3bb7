import { type Dispatch, NotSent, type Port } from '../model.ts';

/** What the other side says of a notice that it never wants: nothing is left at this address. */
const GONE = 410;

/**
 * Posts an item's body, which is JSON, to its recipient. Any answer of 200 to 299 takes it, and what it says beside that is not read. All
 * copies of an item have the same `X-Scrip-Notice`, its id, so that receivers can tell. No redirect is followed: the operator named
 * this address and no other.
 */
export function httpPort(): Port {
  return {
    kind: 'http',
    async send(item, signal) {
      const status = await post(item, signal);
      if (status < 200 || status > 299) throw new NotSent(`HTTP ${status}`, 'the other side did not take it', status === GONE);
    },
  };
}

async function post({ id, to, body }: Dispatch, signal: AbortSignal): Promise<number> {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'x-scrip-notice': id };
  try {
    const reply = await fetch(to, { method: 'POST', headers, body, signal, redirect: 'manual' });
    await reply.body?.cancel();
    return reply.status;
  } catch (error) {
    throw asNotSent(error);
  }
}

/** fetch tells why in the cause of its error, where it is the network's fault. */
function asNotSent(error: unknown): NotSent {
  if (!(error instanceof Error)) throw error;
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : error.name;
  return new NotSent(code, 'the other side could not be reached', false);
}
