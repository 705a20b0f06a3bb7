import { invalidParams, isFault, type Procedure, param, procedure, t } from '@scrip/rpc';
import type { Capabilities } from '../capabilities.ts';
import type { CapabilityParts } from '../directory.ts';
import { capabilityExpired, capabilityInvalid, capabilityRevoked } from '../errors.ts';
import type { Capability } from '../model.ts';
import { operatorAuthority } from '../rights/authority.ts';
import { capabilitiesParam } from '../rights/presented.ts';

export function inspectCapability({ capabilities }: Pick<CapabilityParts, 'capabilities'>): Procedure {
  return procedure({
    name: 'operator.inspectCapability',
    summary: 'Tells what a capability is, whose it is, and whether it is still good.',
    notes: 'One that this server did not issue is an invalid parameter. Looking at a capability uses nothing of it up.',
    params: {
      capabilities: capabilitiesParam,
      capability: param(t.string({ max: 65_536, secret: true }), 'The capability to look at.'),
    },
    result: t.struct({
      status: t.string(),
      kind: t.string(),
      holder: t.string(),
      grantor: t.string(),
      limits: t.any(),
      spent: t.optional(t.double()),
      left: t.optional(t.double()),
      jti: t.string(),
      parents: t.array(t.string()),
      issued: t.dateTime(),
      expires: t.dateTime(),
    }),
    resultDoc:
      "status is `valid`, `expired` or `revoked`; holder and grantor are keys of avatars, or `operator` for the server's own capability and `operator:NAME` for an operator; limits is a struct of accounts, payees, maxEach and total, each only where there is such a limit; spent and left (major units) are there where the bank counts a total; parents are the jtis that it was derived from, nearest first; times in UTC.",
    faults: [],
    authority: operatorAuthority('read'),
    async handler({ capability: token }) {
      const { kind, sub, grantor, limits, jti, parents, issuedAt, expiresAt } = await read(capabilities, token);
      const status = await capabilities.verify(token).then(() => 'valid', statusOf);
      const spending = (await capabilities.grants.find(jti))?.spending;
      return { status, kind, holder: sub, grantor, limits, ...spending, jti, parents: [...parents], issued: issuedAt, expires: expiresAt };
    },
  });
}

/** The caller's own capability was good, so that a bad one here is a bad parameter and no question of authority. */
async function read(capabilities: Capabilities, token: string): Promise<Capability> {
  try {
    return await capabilities.read(token);
  } catch (error) {
    if (isFault(error, capabilityInvalid)) throw invalidParams(error.message);
    throw error;
  }
}

function statusOf(error: unknown): string {
  if (isFault(error, capabilityExpired)) return 'expired';
  if (isFault(error, capabilityRevoked)) return 'revoked';
  throw error;
}
