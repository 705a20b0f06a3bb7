export { parseCall, parseResponse, type XmlRpcCall, type XmlRpcResponse } from './codec.ts';
export { xmlRpcCodec } from './protocol.ts';
export { MAX_DEPTH, MAX_MEMBERS, MAX_VALUES } from './reader.ts';
export { type Extensions, writeCall, writeFault, writeResponse } from './writer.ts';
