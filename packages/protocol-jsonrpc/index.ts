export { createJsonRpc } from './jsonrpc.ts';
