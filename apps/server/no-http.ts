import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

/** Statuses of requests that never become one, by Node's error code. */
const NO_HTTP: Readonly<Record<string, readonly [status: number, error: string, message: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'request_timeout', 'the request came too slowly; the connection is closed'],
  HPE_HEADER_OVERFLOW: [431, 'headers_too_large', 'the headers are larger than 16 KiB'],
};

/**
 * Answers what is no HTTP, or comes too slowly, and closes the connection. Nothing of it is logged: the raw bytes that
 * the error carries may hold a capability.
 */
export function answerNoHttp({ code = '' }: NodeJS.ErrnoException, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, error, message] = NO_HTTP[code] ?? [400, 'bad_request', 'this is no HTTP request'];
  const body = JSON.stringify({ error, message });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/json; charset=utf-8',
    'X-Content-Type-Options: nosniff',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
