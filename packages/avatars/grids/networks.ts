import { BlockList, isIP } from 'node:net';

const LONGEST = { 4: 32, 6: 128 } as const;

/** `10.1.0.0/16`, `2001:db8::/32`, or one address; undefined for anything else. */
function parse(text: string): { readonly address: string; readonly prefix: number; readonly family: 'ipv4' | 'ipv6' } | undefined {
  const [address = '', length, ...more] = text.split('/');
  const version = isIP(address);
  if (more.length > 0 || (version !== 4 && version !== 6)) return undefined;
  const most = LONGEST[version];
  if (length !== undefined && !/^\d{1,3}$/.test(length)) return undefined;
  const prefix = length === undefined ? most : Number(length);
  return prefix <= most ? { address, prefix, family: `ipv${version}` } : undefined;
}

export function isNetwork(text: string): boolean {
  return parse(text) !== undefined;
}

/** Whether an address is in one of these networks. An IPv4 address that came in its IPv6 form is the same address. */
export function networks(texts: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const text of texts) {
    const network = parse(text);
    if (network) list.addSubnet(network.address, network.prefix, network.family);
  }
  return (source) => {
    const [zoned = ''] = source.split('%', 1);
    const address = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(zoned)?.[1] ?? zoned;
    const version = isIP(address);
    return version !== 0 && list.check(address, version === 4 ? 'ipv4' : 'ipv6');
  };
}
