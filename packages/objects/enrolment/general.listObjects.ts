import { capabilitiesParam, LIMITS_SHOWN, loginAuthority, wireLimits } from '@scrip/capability';
import { afterKey, type Procedure, pageLimit, pageOf, procedure, t } from '@scrip/rpc';
import type { Objects } from '../objects.ts';

const OBJECT = t.struct({
  object_key: t.string(),
  name: t.string(),
  limits: LIMITS_SHOWN,
  enrolled: t.dateTime(),
  expires: t.optional(t.dateTime()),
  dispenser: t.boolean(),
});

export const listObjects = (objects: Objects): Procedure =>
  procedure({
    name: 'general.listObjects',
    summary: 'Lists the objects that the avatar who calls has enrolled and not revoked, the newest first.',
    params: { capabilities: capabilitiesParam, after: afterKey('object_key'), limit: pageLimit(1_000) },
    result: t.array(OBJECT),
    resultDoc:
      'Objects: limits as they were put on; expires is not there where it is good until it is revoked; dispenser is whether an operator lets it hand over payouts. Times in UTC.',
    isRepeatable: true,
    faults: [],
    authority: loginAuthority,
    async handler(page, { akey }) {
      const found = await objects.list(akey, pageOf(page));
      return found.map(({ key, name, limits, enrolledAt, expiresAt, isDispenser }) => ({
        object_key: key,
        name,
        limits: wireLimits(limits),
        enrolled: enrolledAt,
        ...(expiresAt && { expires: expiresAt }),
        dispenser: isDispenser,
      }));
    },
  });
