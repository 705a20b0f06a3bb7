import { type Procedure, param, procedure, t } from '@scrip/rpc';
import { type CapabilityParts, unknownAvatar } from '../directory.ts';
import { AUTH_FAULTS, forbidden, tooManyGrants } from '../errors.ts';
import { capabilitiesParam, mayUse, type Presented } from '../rights/presented.ts';
import { LIMITS, LIMITS_DOC, readLimits } from './wire-limits.ts';

export const narrowCapability = ({ capabilities, directory }: CapabilityParts): Procedure =>
  procedure({
    name: 'general.narrowCapability',
    summary: 'Derives a capability with less from one that the caller holds: for a script, an object, or a device that may be lost.',
    notes: [
      'What is spent on it counts on the one that it was derived from too, and it dies with that. Nothing can be more than it was: limits that are left out',
      "stay as they are. Logins and bank.full grants keep all limits, bank.read grants accounts only; others can be narrowed in time alone. A login with limits opens nothing but the bank's",
      'accounts. At most eight, one out of the other. bank.listGrants lists it, bank.revokeGrant revokes it by its jti.',
    ].join('\n'),
    params: {
      capabilities: capabilitiesParam,
      capability: param(
        t.string({ max: 65_536, secret: true }),
        'What it is to be derived from; a grant needs the login of its holder beside it.',
      ),
      limits: param(LIMITS, LIMITS_DOC),
      valid_for_secs: param(t.int({ min: 0 }), 'Seconds until it expires; 0: together with the one that it is derived from.', 0),
    },
    result: t.string({ max: 4_096 }),
    resultDoc: 'The new capability.',
    faults: [unknownAvatar, tooManyGrants],
    authority: {
      kind: 'guarded',
      needs: 'the capability itself, and beside a grant a login capability of its holder',
      holders: ['bearer', 'holder'],
      faults: AUTH_FAULTS,
      async decide(input: { readonly capability: string }, given: Presented): Promise<void> {
        const target = await capabilities.verify(input.capability);
        if (mayUse(given, target)) return;
        throw given.fault ?? forbidden(`the ${target.kind} capability can be narrowed only by ${target.sub}, who is not logged in`);
      },
    },
    async handler({ capability, limits, valid_for_secs }) {
      const less = await readLimits(directory, limits);
      return (await capabilities.narrow(capability, { ...less, ...(valid_for_secs > 0 && { validForSecs: valid_for_secs }) })).token;
    },
  });
