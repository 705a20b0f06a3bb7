export { jsonRpcCodec, looksLikeJsonRpc } from './jsonrpc.ts';
