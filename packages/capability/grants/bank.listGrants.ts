import { afterKey, type Procedure, pageLimit, pageOf, pageOffset, param, procedure, t } from '@scrip/rpc';
import { type CapabilityParts, unknownAvatar } from '../directory.ts';
import { guarded, present } from '../rights/guarded.ts';
import { anyLogin, capabilitiesParam } from '../rights/presented.ts';
import { RIGHTS } from './rights.ts';
import { LIMITS_SHOWN, wireLimits } from './wire-limits.ts';

const MAX_LIMIT = 100;

const GRANT = t.struct({
  jti: t.string(),
  role: t.string(),
  kind: t.string(),
  holder_akey: t.string(),
  holder_name: t.string(),
  grantor_akey: t.string(),
  grantor_name: t.string(),
  limits: LIMITS_SHOWN,
  spent: t.optional(t.double()),
  left: t.optional(t.double()),
  issued: t.dateTime(),
  expires: t.dateTime(),
  revoked: t.flag(),
  parent: t.string(),
});

export const listGrants = ({ capabilities, directory }: CapabilityParts): Procedure =>
  procedure({
    name: 'bank.listGrants',
    summary: 'Lists the capabilities that an avatar gave to others, holds from others, or narrowed: newest first.',
    notes: [
      'Never the capabilities themselves, which nobody keeps. One is listed until a day after it expires. Groups capabilities are in it',
      'as well, whole logins are not. Times are UTC.',
    ].join('\n'),
    params: {
      capabilities: capabilitiesParam,
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
    isRepeatable: true,
    faults: [],
    authority: guarded(RIGHTS.list, {
      faults: [unknownAvatar],
      others: 'forbidden',
      seek: async ({ akey }: { readonly akey: string }, given) =>
        present({ akey: akey === '' ? anyLogin(given).sub : await directory.avatarKey(akey) }),
    }),
    async handler(page, { akey }) {
      const grants = await capabilities.grants.list(akey, pageOf(page));
      const names = await directory.names(grants.flatMap(({ holder, grantor }) => [holder, grantor]));
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
