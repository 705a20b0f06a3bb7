import { createHash, createHmac } from 'node:crypto';
import { newId } from '@scrip/kernel';

export interface Sent {
  readonly nonce?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Unix seconds, where it is not now. */
  readonly time?: number;
  readonly form?: 'hmac' | 'nested';
}

/** An in-world object that signs its calls to the relay, as packages/client-lsl does. */
export class SigningPrim {
  readonly key: string;
  secret: string;
  url: string;

  constructor(url: string, key: string, secret: string) {
    this.url = url;
    this.key = key;
    this.secret = secret;
  }

  /** The line that comes back. */
  call(name: string, capabilities: readonly string[], params: readonly (string | number)[], sent: Sent = {}): Promise<string> {
    return this.send(['call', name, capabilities.join('#'), ...params].join('::'), sent);
  }

  send(body: string, { nonce = newId(), headers = {}, time = Math.floor(Date.now() / 1000), form = 'hmac' }: Sent = {}): Promise<string> {
    const text = [time, nonce, this.key, body].join('\n');
    const signature =
      form === 'hmac' ? `hmac-sha256=${hmac(this.secret, text)}` : `sha256=${sha256(this.secret + sha256(this.secret + text))}`;
    const signed = {
      'x-scrip-object': this.key,
      'x-scrip-time': String(time),
      'x-scrip-nonce': nonce,
      'x-scrip-signature': signature,
    };
    return relayed(this.url, body, { ...signed, ...headers });
  }
}

/** Posts a body to the relay as a simulator does; whatever happens, the status is 200. */
export async function relayed(url: string, body: string, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  const reply = await fetch(`${url}/relay`, { method: 'POST', body, headers: { 'content-type': 'text/plain;charset=utf-8', ...headers } });
  if (reply.status !== 200) throw new Error(`the relay answered with status ${reply.status}`);
  return reply.text();
}

/** What the simulator of the demo grid says of an object. */
export function claims(objectKey: string, ownerKey: string): Record<string, string> {
  return {
    'x-secondlife-shard': 'Demo',
    'x-secondlife-object-key': objectKey,
    'x-secondlife-owner-key': ownerKey,
    'x-secondlife-region': 'Kinda (256000, 256000)',
  };
}

function hmac(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
