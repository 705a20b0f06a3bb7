import type { Capabilities } from '@scrip/capability';
import { callDoor, type Door, type HttpReply, JSON_TYPE, jsonReply, pageReply, textReply } from '@scrip/http';
import type { Objects } from '@scrip/objects';
import { jsonRpcCodec, looksLikeJsonRpc } from '@scrip/protocol-jsonrpc';
import { relayDoor } from '@scrip/protocol-relay';
import { restDoor } from '@scrip/protocol-rest';
import { xmlRpcCodec } from '@scrip/protocol-xmlrpc';
import { openRpcDocument, REFERENCE_SCRIPT, REFERENCE_STYLE, type Rpc, referenceHtml } from '@scrip/rpc';
import { ROOMS } from './faces/rooms.ts';
import { STUDIO } from './faces/studio.ts';
import { GIFTS_FACE } from './gifts-face.ts';
import { page } from './page.ts';

export interface DoorsOptions {
  readonly rpc: Rpc;
  readonly capabilities: Capabilities;
  readonly objects: Objects;
  readonly version: string;
}

/** The doors to what the slices answer. */
export function createDoors({ rpc, capabilities, objects, version }: DoorsOptions): Door[] {
  return [
    ...protocols(rpc),
    relayDoor(rpc, objects, ['POST /relay']),
    restDoor(rpc, ROOMS),
    restDoor(rpc, GIFTS_FACE),
    restDoor(rpc, STUDIO),
    ...documents(rpc, version),
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
  const openrpc = once(() => textReply(JSON_TYPE, JSON.stringify(openRpcDocument(rpc.registry, { title: 'Scrip', version }))));
  const reference = once(() => pageReply(referenceHtml(rpc.registry)));
  return [
    page('front page', ['GET /'], () => ({ status: 302, headers: { location: '/docs' }, body: undefined })),
    page('openrpc', ['GET /openrpc.json'], openrpc),
    page('docs', ['GET /docs'], reference),
    page('style of the docs', ['GET /docs/style.css'], () => textReply('text/css; charset=utf-8', REFERENCE_STYLE)),
    page('script of the docs', ['GET /docs/script.js'], () => textReply('text/javascript; charset=utf-8', REFERENCE_SCRIPT)),
  ];
}

/** Made when it is asked for first, and served as bytes: it takes as long as many calls do, and most servers are never asked. */
function once(make: () => HttpReply): () => HttpReply {
  let made: HttpReply | undefined;
  return () => {
    if (!made) {
      const { status, headers, body = '' } = make();
      made = { status, headers, body: Buffer.from(body) };
    }
    return made;
  };
}
