import { unknownAvatar } from '@scrip/avatars';
import { AUTH_FAULTS, forbidden, type Presented, unlimitedLogins } from '@scrip/capability';
import type { Uuid } from '@scrip/kernel';
import { afterKey, type Procedure, pageLimit, pageOf, pageOffset, param, procedure, t } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import { LIMITS, wireLimits } from './limits.ts';
import * as params from './params.ts';

const MAX_LIMIT = 100;

const GRANT = t.struct({
  jti: t.string(),
  role: t.string(),
  kind: t.string(),
  holder_akey: t.string(),
  holder_name: t.string(),
  grantor_akey: t.string(),
  grantor_name: t.string(),
  limits: LIMITS,
  spent: t.optional(t.double()),
  left: t.optional(t.double()),
  issued: t.dateTime(),
  expires: t.dateTime(),
  revoked: t.flag(),
  parent: t.string(),
});

export const listGrants = (bank: Bank): Procedure =>
  procedure({
    name: 'bank.listGrants',
    summary: 'Lists the capabilities that an avatar gave to others, holds from others, or narrowed: newest first.',
    notes: [
      'Never the capabilities themselves, which nobody keeps. One is listed until a day after it expires. Groups capabilities are in it',
      'as well, whole logins are not. Times are UTC.',
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      akey: param(t.string({ max: 63 }), 'Key or name of the avatar, who must be logged in; empty: the one who is.', ''),
      offset: pageOffset('How many of the newest to leave out.'),
      limit: pageLimit(MAX_LIMIT),
      after: afterKey('jti'),
    },
    result: t.array(GRANT, { max: MAX_LIMIT }),
    resultDoc: [
      'role is `given` (to holder_akey), `held` (from grantor_akey) or `own` (works alone, or is a narrowed login); limits as they were given;',
      'spent and left, in major units, where there is a total: left is no more than any that it was derived from has left; revoked 1 or 0;',
      'parent: the jti that it was derived from, or empty.',
    ].join(' '),
    faults: [],
    authority: {
      kind: 'guarded',
      needs: 'a login capability without limits of the avatar',
      faults: [...AUTH_FAULTS, unknownAvatar],
      async decide(input, given: Presented): Promise<{ readonly akey: Uuid }> {
        const logins = unlimitedLogins(given);
        const akey = input.akey === '' ? logins[0].sub : (await bank.avatars.get(input.akey)).akey;
        if (logins.some(({ sub }) => sub === akey)) return { akey };
        throw given.fault ?? forbidden(`${akey} is not logged in`);
      },
    },
    async handler(page, { akey }) {
      const grants = await bank.capabilities.grants.list(akey, pageOf(page));
      const names = await bank.avatars.names(grants.flatMap(({ holder, grantor }) => [holder, grantor]));
      return grants.map(({ jti, kind, holder, grantor, limits, spending, issuedAt, expiresAt, revoked, parents }) => ({
        jti,
        role: grantor !== akey ? 'held' : holder !== akey ? 'given' : 'own',
        kind,
        holder_akey: holder,
        holder_name: names.get(holder) ?? '',
        grantor_akey: grantor,
        grantor_name: names.get(grantor) ?? '',
        limits: wireLimits(limits),
        ...spending,
        issued: issuedAt,
        expires: expiresAt,
        revoked: revoked ? 1 : 0,
        parent: parents[0] ?? '',
      }));
    },
  });
