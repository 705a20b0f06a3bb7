import { type Call, Fault, type Guard, invalidParams } from '@scrip/rpc';
import type { Capabilities } from '../capabilities.ts';
import { capabilityExpired, capabilityInvalid, capabilityRevoked } from '../errors.ts';
import { kindNamed } from '../kinds.ts';
import type { Capability } from '../model.ts';
import type { Operator } from '../operators/operator.ts';
import { MAX_PRESENTED, type Presented } from './presented.ts';

/** Beside the array, for what came in the Authorization header. */
const MAX_BESIDE = 1;

const BAD: ReadonlySet<string> = new Set([capabilityInvalid.code, capabilityExpired.code, capabilityRevoked.code]);

/**
 * The guard of all calls. A capability that is not good raises nothing: whoever decides looks at `Presented.fault` where the
 * good ones are not enough. Empty texts, as failed logins give them, are passed over. Raises invalid_params for too many.
 */
export function createGuard(capabilities: Pick<Capabilities, 'verify' | 'operators'>): Guard<Presented> {
  return {
    async verify(call, tokens) {
      const texts = textsOf(call, tokens);
      if (texts.size > MAX_PRESENTED + MAX_BESIDE) {
        throw invalidParams(`${texts.size} capabilities came; at most ${MAX_PRESENTED} are taken`);
      }
      const logins: Capability[] = [];
      const grants: Capability[] = [];
      const bearers: Capability[] = [];
      const operators: Operator[] = [];
      let object: Presented['object'];
      for (const credential of call.credentials) if (credential.kind === 'object') object = credential.object;
      let fault: Fault | undefined;
      for (const text of texts) {
        try {
          const capability = await capabilities.verify(text);
          const { role } = kindNamed(capability.kind);
          if (role === 'login') logins.push(capability);
          else if (role === 'grant') grants.push(capability);
          else if (role === 'bearer') bearers.push(capability);
          else operators.push(await capabilities.operators.find(capability));
        } catch (error) {
          if (!(error instanceof Fault) || !BAD.has(error.spec.code)) throw error;
          fault ??= error;
        }
      }
      return { logins, grants, bearers, operators, object, fault };
    },
  };
}

/** Each text once, those of the parameter first. */
function textsOf({ credentials }: Pick<Call, 'credentials'>, tokens: readonly string[]): ReadonlySet<string> {
  const texts = new Set(tokens);
  for (const credential of credentials) if (credential.kind === 'capability') texts.add(credential.token);
  texts.delete('');
  return texts;
}
