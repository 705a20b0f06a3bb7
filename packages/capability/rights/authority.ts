import type { AvatarKey } from '@scrip/kernel';
import type { InWorldObject, Procedure } from '@scrip/rpc';
import { AUTH_FAULTS, capabilityRequired, forbidden } from '../errors.ts';
import { isRecorded } from '../grants/grants.ts';
import type { Capability } from '../model.ts';
import { type Operator, operatorWith } from '../operators/operator.ts';
import { SCOPES, type Scope } from '../operators/scopes.ts';
import type { Guarded } from './guarded.ts';
import { anyLogin, unlimitedLogins } from './presented.ts';

export interface LoginAuthority {
  /** The avatar that calls. */
  readonly akey: AvatarKey;
}

export interface GrantorAuthority extends LoginAuthority {
  /** For `issue`: what the avatar gives something on. */
  readonly login: Capability;
}

/** Any valid login without limits; with several the first one is who calls. */
export const loginAuthority: Guarded<unknown, LoginAuthority> = {
  kind: 'guarded',
  needs: 'a login capability without limits',
  holders: ['login'],
  faults: AUTH_FAULTS,
  async decide(_input, given) {
    return { akey: unlimitedLogins(given)[0].sub };
  },
};

/**
 * As `loginAuthority`, for giving others a capability and for orders that go on without one: the login must be whole. A
 * narrowed one would have more through what it starts than it has itself.
 */
export const grantorAuthority: Guarded<unknown, GrantorAuthority> = {
  kind: 'guarded',
  needs: 'a login capability that was not narrowed',
  holders: ['whole login'],
  faults: AUTH_FAULTS,
  async decide(_input, given) {
    const { sub } = anyLogin(given);
    const login = given.logins.find((one) => one.sub === sub && !isRecorded(one));
    if (!login) throw forbidden('a login capability that was narrowed can not start what would exceed or outlive it');
    return { akey: sub, login };
  },
};

/** An in-world object whose owner is registered here. */
export interface ObjectAuthority {
  readonly object: InWorldObject;
  readonly owner: AvatarKey;
}

/** A `signed` object has proved by its signature who it is. A `known` one may also come from where its grid's simulators call from. */
export function objectAuthority(trust: 'known' | 'signed'): Guarded<unknown, ObjectAuthority> {
  const needs =
    trust === 'signed' ? 'a signed request of an enrolled object' : 'a request of an in-world object that is enrolled or of a trusted grid';
  return {
    kind: 'guarded',
    needs,
    holders: [trust === 'signed' ? 'signed object' : 'object'],
    faults: AUTH_FAULTS,
    async decide(_input, { object }) {
      if (object?.owner === undefined || (trust === 'signed' && !object.isSigned)) {
        const why = object === undefined ? '' : object.owner === undefined ? '; its owner is not registered here' : '; it did not sign';
        throw forbidden(`${needs}, over the relay, is needed${why}`);
      }
      return { object, owner: object.owner };
    },
  };
}

/**
 * An operator's capability with this scope. It opens operator.* procedures and stands for no avatar. The handler gets whose it
 * is.
 */
export function operatorAuthority(scope: Scope): Guarded<unknown, Operator> {
  const needs = `an operator's capability with the scope \`${scope}\``;
  return {
    kind: 'guarded',
    needs,
    holders: [operatorHolder(scope)],
    faults: AUTH_FAULTS,
    async decide(_input, given) {
      const operator = operatorWith(scope, given);
      if (operator) return operator;
      if (given.fault) throw given.fault;
      const [other] = given.operators;
      if (other) throw forbidden(`${needs} is needed; that of ${other.name} has ${other.scopes.join(', ')}`);
      if (given.logins.length + given.grants.length + given.bearers.length > 0) throw forbidden(`${needs} is needed; what came is none`);
      throw capabilityRequired(`${needs} is needed`);
    },
  };
}

/** As the holders of a right are called: an operator with this scope. */
export function operatorHolder(scope: Scope): string {
  return `operator with ${scope}`;
}

/** The scope by which operators may call something; undefined where they may not. */
export function scopeNeeded(authority: Procedure['authority']): Scope | undefined {
  return authority.kind === 'guarded' ? SCOPES.find((scope) => authority.holders.includes(operatorHolder(scope))) : undefined;
}
