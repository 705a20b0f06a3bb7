import { connect, type Socket } from 'node:net';
import { parseResponse, writeCall } from '@scrip/protocol-xmlrpc';
import type { Protocol } from './history.ts';

export type Answer =
  | { readonly kind: 'result'; readonly value: unknown }
  | { readonly kind: 'fault'; readonly fault: number; readonly text: string }
  | { readonly kind: 'none'; readonly why: string };

interface Reply {
  readonly status: number;
  readonly body: Buffer;
}

/**
 * A client's connection to one server, kept from call to call and opened anew after it broke. Nothing is sent again by
 * itself: an answer that did not come whole is no answer, and what to do about it is the caller's business.
 */
export class Caller {
  readonly #port: number;
  #socket: Socket | undefined;

  constructor(port: number) {
    this.#port = port;
  }

  async call(protocol: Protocol, method: string, params: readonly unknown[], patience_ms: number): Promise<Answer> {
    const body = Buffer.from(protocol === 'xml' ? writeCall(method, params) : JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }));
    const [path, type] = protocol === 'xml' ? ['/xmlrpc', 'text/xml'] : ['/jsonrpc', 'application/json'];
    const head = `POST ${path} HTTP/1.1\r\nHost: scrip\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n`;
    try {
      const { status, body: reply } = await this.#exchange(Buffer.concat([Buffer.from(head), body]), patience_ms);
      if (status !== 200) return { kind: 'none', why: `HTTP ${status}` };
      return protocol === 'xml' ? readXml(reply) : readJson(reply);
    } catch (error) {
      this.close();
      return { kind: 'none', why: (error as Error).message };
    }
  }

  close(): void {
    this.#socket?.destroy();
    this.#socket = undefined;
  }

  #exchange(request: Buffer, patience_ms: number): Promise<Reply> {
    // Between two calls nobody else listens, and an error would end the process.
    this.#socket ??= connect({ port: this.#port, host: '127.0.0.1', noDelay: true }).on('error', () => {});
    const socket = this.#socket;
    return new Promise((resolve, reject) => {
      let bytes = Buffer.alloc(0);
      const timer = setTimeout(() => fail(new Error(`no answer for ${patience_ms} ms`)), patience_ms);
      const settle = () => {
        clearTimeout(timer);
        socket.off('data', onData).off('close', onClose).off('error', fail);
      };
      const fail = (error: Error) => {
        settle();
        reject(error);
      };
      const onClose = () => fail(new Error(`the connection ended after ${bytes.length} bytes of the answer`));
      const onData = (chunk: Buffer) => {
        bytes = Buffer.concat([bytes, chunk]);
        try {
          const reply = readReply(bytes);
          if (!reply) return;
          settle();
          resolve(reply);
        } catch (error) {
          fail(error as Error);
        }
      };
      socket.on('data', onData).once('close', onClose).once('error', fail);
      if (socket.destroyed) onClose();
      else socket.write(request);
    });
  }
}

const HEAD = /^HTTP\/1\.1 (\d{3})[\s\S]*?\r\ncontent-length: (\d+)\r\n/i;

/** Undefined until all of it is there. */
function readReply(bytes: Buffer): Reply | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [, status, length] = HEAD.exec(bytes.toString('latin1', 0, end + 2)) ?? [];
  if (!status || !length) throw new Error('the answer has no length');
  const whole = end + 4 + Number(length);
  return bytes.length < whole ? undefined : { status: Number(status), body: bytes.subarray(end + 4, whole) };
}

function readJson(body: Buffer): Answer {
  const { result, error } = JSON.parse(body.toString()) as { result?: unknown; error?: { code: number; message: string } };
  return error ? { kind: 'fault', fault: error.code, text: error.message } : { kind: 'result', value: result };
}

function readXml(body: Buffer): Answer {
  const response = parseResponse(body);
  if (response.kind === 'fault') return { kind: 'fault', fault: response.faultCode, text: response.faultString };
  return { kind: 'result', value: response.value };
}
