import { directoryOf } from '@scrip/avatars';
import {
  AUTH_FAULTS,
  capabilitiesParam,
  type Guarded,
  grantorAuthority,
  LIMITS,
  LIMITS_DOC,
  readLimits,
  unknownAvatar,
} from '@scrip/capability';
import { type InWorldObject, type Procedure, param, procedure, t } from '@scrip/rpc';
import { objectTaken, tooManyObjects } from '../errors.ts';
import type { Objects } from '../objects.ts';
import { checkObjectKey, objectKeyParam } from '../words.ts';
import { MAX_OBJECTS } from './store.ts';

/** The whole login of the owner-to-be, and the object where it asks itself. */
const authority: Guarded<unknown, { login: import('@scrip/capability').Capability; object: InWorldObject | undefined }> = {
  ...grantorAuthority,
  faults: AUTH_FAULTS,
  decide: async (input, given) => ({ login: (await grantorAuthority.decide(input, given)).login, object: given.object }),
};

export const enrollObject = (objects: Objects): Procedure =>
  procedure({
    name: 'general.enrollObject',
    summary: 'Enrols an in-world object, or a device, of the avatar who calls: it gets a secret to sign its requests with.',
    notes: [
      'Signed requests to the relay need no password and no trusted grid. What the object may do is that of its owner, within the limits, which count over all',
      'capabilities that it asks for together. Enrolling it again gives it another secret and other limits, and ends what it had. Nobody else can enrol',
      'the key then, but an owner in-world through the object itself, from a grid that the operator trusts. It ends with the login that it was enrolled on',
      `where that is revoked. At most ${MAX_OBJECTS} for an avatar.`,
    ].join('\n'),
    params: {
      capabilities: capabilitiesParam,
      object_key: objectKeyParam(),
      name: param(t.string({ max: 255 }), 'What the owner calls it.'),
      valid_for_secs: param(t.int({ min: 0 }), 'Seconds until it ends; 0: until it is revoked.', 0),
      limits: param(LIMITS, LIMITS_DOC, {}),
    },
    result: t.struct({ object_key: t.string(), secret: t.string() }),
    resultDoc: 'The key in lower case, and the secret, which is shown this once.',
    faults: [objectTaken, tooManyObjects, unknownAvatar],
    authority,
    async handler({ object_key, name, valid_for_secs, limits: wanted }, { login, object }) {
      const key = checkObjectKey(object_key);
      const limits = await readLimits(directoryOf(objects.avatars), wanted);
      const validForSecs = valid_for_secs === 0 ? undefined : valid_for_secs;
      return { object_key: key, secret: await objects.enrol({ login, key, name, limits, validForSecs, object }) };
    },
  });
