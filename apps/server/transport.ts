import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';

export interface Arrival {
  /** The other end of the connection. */
  readonly peer: string | undefined;
  /** Where the call comes from: the peer, or whom a trusted proxy names. */
  readonly source: string;
  readonly headers: IncomingHttpHeaders;
}

/** What proxies add to a request, one or the other of them. */
const PROXY_HEADERS = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'];

/**
 * Whether nobody between its caller and this machine could read a request. The server itself speaks plain HTTP, so this is what a
 * trusted proxy says in X-Forwarded-Proto. On this machine itself nobody listens in.
 */
export function secureArrivals(trustedProxies: readonly string[]): (arrival: Arrival) => boolean {
  const trusted = listOf(trustedProxies);
  return ({ peer, source, headers }) => {
    if (peer === undefined) return false;
    const said = headers['x-forwarded-proto'];
    // A proxy has to tell how it was called, and these are what it is known by.
    if (said === undefined) return isLoopback(peer) && isLoopback(source) && !PROXY_HEADERS.some((name) => headers[name] !== undefined);
    return (isLoopback(peer) || contains(trusted, peer)) && isHttpsAllTheWay(said);
  };
}

/** Each proxy adds how it was called itself, so one plain hop is enough for others to read along. */
function isHttpsAllTheWay(said: string | string[]): boolean {
  return String(said)
    .split(',')
    .every((scheme) => scheme.trim().toLowerCase() === 'https');
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

function contains(list: BlockList, address: string): boolean {
  const family = isIP(address);
  return family !== 0 && list.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^(?:::ffff:)?127\.\d+\.\d+\.\d+$/.test(address);
}
