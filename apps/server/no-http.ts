import { STATUS_CODES } from 'node:http';

/** Why nothing more can be read from a connection. It is told in words of our own, and the connection is closed. */
export interface NoHttp {
  readonly status: number;
  readonly error: string;
  readonly message: string;
}

const NO_REQUEST: NoHttp = { status: 400, error: 'bad_request', message: 'this is no HTTP request' };

export const NO_TUNNEL: NoHttp = { status: 405, error: 'method_not_allowed', message: 'CONNECT is not taken: this server is no proxy' };

export const TOO_MANY_PIPELINED: NoHttp = {
  status: 503,
  error: 'too_many_requests',
  message: 'too many requests came on this connection before their answers were read; send it fewer at once',
};

/** By Node's error code. */
const BY_CODE: Readonly<Record<string, NoHttp>> = {
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, error: 'request_timeout', message: 'the request came too slowly; the connection is closed' },
  HPE_HEADER_OVERFLOW: { status: 431, error: 'headers_too_large', message: 'the headers are larger than 16 KiB' },
};

/** What the server's parser stumbled over. Nothing of it is logged: the raw bytes that the error carries may hold a capability. */
export function noHttpOf({ code = '' }: NodeJS.ErrnoException): NoHttp {
  return BY_CODE[code] ?? NO_REQUEST;
}

/** A whole reply: there is no request that Node would let us answer. */
export function noHttpReply({ status, error, message }: NoHttp): string {
  const body = JSON.stringify({ error, message });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/json; charset=utf-8',
    'X-Content-Type-Options: nosniff',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}
