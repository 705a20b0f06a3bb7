import { isMailAddress } from '@scrip/kernel';

/** Where mail is handed over, and as whose. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (smtps). Otherwise STARTTLS is used where the server offers it. */
  readonly secure: boolean;
  readonly login: { readonly user: string; readonly pass: string } | undefined;
  /** The address that mail comes from. */
  readonly from: string;
}

const PORTS = { 'smtp:': 25, 'smtps:': 465 };
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * `smtp://` or `smtps://`, `user:password@` where it wants a login, host and port, `?from=` and an address where mail shall come
 * from another one than the user or scrip@host. Undefined where it is anything else.
 */
export function readMailServer(text: string): MailServer | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname, port, pathname, username, password, searchParams, hash } = new URL(text);
  if ((protocol !== 'smtp:' && protocol !== 'smtps:') || hostname === '' || !['', '/'].includes(pathname) || hash !== '') return undefined;
  const [user, pass] = [decoded(username), decoded(password)];
  if (user === undefined || pass === undefined || (user === '') !== (pass === '')) return undefined;
  const from = searchParams.get('from') ?? (isMailAddress(user) ? user : `scrip@${hostname}`);
  if (!isMailAddress(from) || [...searchParams.keys()].some((name) => name !== 'from')) return undefined;
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? PORTS[protocol] : Number(port),
    secure: protocol === 'smtps:',
    login: user === '' ? undefined : { user, pass },
    from,
  };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Whether somebody could listen on the way: then a password needs a certificate that is good. */
export function isElsewhere({ host }: MailServer): boolean {
  return !LOOPBACK.test(host.includes(':') ? `[${host}]` : host);
}
