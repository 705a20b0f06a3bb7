import type { Config } from './config.ts';

type LoginSettings = Pick<Config, 'host' | 'challengeLogin' | 'plainLogin' | 'trustedProxies'>;

/** What the operator should know about how people can log in under these settings. */
export function loginWarnings({ host, challengeLogin, plainLogin, trustedProxies }: LoginSettings): string[] {
  const hasTls = trustedProxies.length > 0;
  const isReachable = !/^(127\.\d+\.\d+\.\d+|::1|localhost)$/i.test(host);
  const warnings: string[] = [];
  if (!challengeLogin) {
    const elsewhere =
      hasTls || plainLogin ? '' : '; from other machines nobody can, until SCRIP_TRUSTED_PROXIES names the proxy that ends TLS';
    warnings.push(`SCRIP_MD5_LOGIN=0: the login by challenge is turned off, people log in by general.loginWithPassword${elsewhere}`);
  }
  if (plainLogin) warnings.push('SCRIP_PLAIN_LOGIN=1: passwords are taken over plain HTTP too, where others on the way can read them');
  else if (isReachable && !hasTls && challengeLogin)
    warnings.push(
      `HOST=${host} without SCRIP_TRUSTED_PROXIES: calls come without TLS, so capabilities can be read on the way and passwords are refused`,
    );
  return warnings;
}
