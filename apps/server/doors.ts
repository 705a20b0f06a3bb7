import type { Capabilities } from '@scrip/capability';
import type { Database } from '@scrip/database';
import { type Address, callDoor, type Door, type HttpReply, JSON_TYPE, jsonReply, refusalReply, textReply } from '@scrip/http';
import { jsonRpcCodec, looksLikeJsonRpc } from '@scrip/protocol-jsonrpc';
import { xmlRpcCodec } from '@scrip/protocol-xmlrpc';
import { openRpcDocument, type Rpc, referenceHtml } from '@scrip/rpc';
import type { Metrics } from './metrics.ts';

export interface DoorParts {
  readonly rpc: Rpc;
  readonly capabilities: Capabilities;
  readonly database: Database;
  readonly metrics: Metrics;
  readonly version: string;
  /** False once the server has begun to stop. */
  ready(): boolean;
}

/** Everything that is served over HTTP, at the addresses of the README. */
export function createDoors(parts: DoorParts): Door[] {
  const { rpc, capabilities, metrics } = parts;
  return [
    ...protocols(rpc),
    ...documents(rpc, parts.version),
    page('health', ['GET /healthz'], () => jsonReply({ status: 'ok' })),
    page('readiness', ['GET /readyz'], () => readiness(parts)),
    page('metrics', ['GET /metrics'], async () => textReply(metrics.contentType, await metrics.text())),
    page('jwks', ['GET /.well-known/jwks.json'], () => jsonReply(capabilities.jwks())),
  ];
}

function protocols(rpc: Rpc): Door[] {
  const xmlRpc = xmlRpcCodec(rpc);
  const jsonRpc = jsonRpcCodec(rpc);
  return [
    callDoor({ name: 'xmlrpc', addresses: ['POST /xmlrpc', 'POST /RPC2'], codecs: [xmlRpc] }),
    callDoor({ name: 'jsonrpc', addresses: ['POST /jsonrpc'], codecs: [jsonRpc] }),
    callDoor({
      name: 'either',
      addresses: ['POST /api.php'],
      codecs: [xmlRpc, jsonRpc],
      chosenBy: (body) => (looksLikeJsonRpc(body) ? jsonRpc : undefined),
    }),
  ];
}

function documents(rpc: Rpc, version: string): Door[] {
  const openrpc = textReply(JSON_TYPE, JSON.stringify(openRpcDocument(rpc.registry, { title: 'Scrip', version })));
  const reference = textReply('text/html; charset=utf-8', referenceHtml(rpc.registry));
  return [
    page('front page', ['GET /'], () => ({ status: 302, headers: { location: '/docs' }, body: undefined })),
    page('openrpc', ['GET /openrpc.json'], () => openrpc),
    page('docs', ['GET /docs'], () => reference),
  ];
}

/** A door that runs no calls. */
function page(name: string, addresses: readonly Address[], answer: () => HttpReply | Promise<HttpReply>): Door {
  return { name, addresses, answer: async () => answer() };
}

async function readiness({ database, ready }: Pick<DoorParts, 'database' | 'ready'>): Promise<HttpReply> {
  const unavailable = (message: string) => refusalReply({ status: 503, error: 'unavailable', message });
  if (!ready()) return unavailable('the server is stopping');
  try {
    await database.pool.query('SELECT 1');
    return jsonReply({ status: 'ready' });
  } catch {
    return unavailable('the database does not answer');
  }
}
