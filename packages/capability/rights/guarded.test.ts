import { newId } from '@scrip/kernel';
import { defineFault, Fault } from '@scrip/rpc';
import { describe, expect, it } from 'vitest';
import { capabilityExpired } from '../errors.ts';
import type { Capability } from '../model.ts';
import { guarded, type Sought } from './guarded.ts';
import { avatarOf } from './holders.ts';
import type { Presented } from './presented.ts';
import { right } from './right.ts';

const unknownBox = defineFault({ code: 'guarded_test.unknown_box', fault: 9451, kind: 'not_found', doc: 'There is no such box.' });

interface Box {
  readonly owner?: string;
  readonly neighbour?: string;
}
interface RealBox extends Box {
  readonly content: string;
}

const [owner, neighbour, stranger] = [newId(), newId(), newId()];
const OWNER = avatarOf<Box, 'owner'>({ words: 'the owner', as: 'owner', key: (box) => box.owner });
const NEIGHBOUR = avatarOf<Box, 'neighbour'>({ words: 'the neighbour', as: 'neighbour', key: (box) => box.neighbour });
const open = right<Box, 'owner'>`a login of ${OWNER}`;
const see = right<Box, 'neighbour'>`a login of ${NEIGHBOUR}`;

const login = (sub: string, limits: Capability['limits'] = {}): Capability => ({
  kind: 'login',
  sub,
  grantor: sub,
  limits,
  jti: newId(),
  parents: [],
  issuedAt: new Date(0),
  moment: new Date(0),
  expiresAt: new Date(1),
  kids: [],
});
const given = (logins: readonly Capability[], fault?: Fault): Presented => ({
  logins,
  grants: [],
  bearers: [],
  operators: [],
  fault,
});

/** Whose it is is known of every box here, as where things are called by the names that their owners give them. */
const seek = async ({ name }: { readonly name: string }): Promise<Sought<Box, RealBox>> => {
  const scope = { owner, neighbour };
  return {
    scope,
    found: name === 'red' ? { ...scope, content: 'gold' } : undefined,
    missing: () => unknownBox(`no box is called ${name}`),
  };
};
const faults = [unknownBox];
const named = guarded(open, { faults, knows: see, others: 'forbidden', seek });
const secret = guarded(open, { faults, knows: see, others: 'missing', seek });

const outcome = (authority: typeof named, who: Presented, name: string) =>
  authority.decide({ name }, who).then(
    ({ content, principal }) => [content, principal.as],
    (error: unknown) => (error instanceof Fault ? error.spec.code : error),
  );

describe.each([
  ['whose names are told to nobody', named, 'auth.forbidden'],
  ['that is unknown to others', secret, 'guarded_test.unknown_box'],
])('a thing %s', (_what, authority, others) => {
  it('is handed out with on whose right, to who has it', async () => {
    expect(await outcome(authority, given([login(owner)]), 'red')).toEqual(['gold', 'owner']);
  });

  it('is told to be missing to who has the right, and who may know', async () => {
    for (const who of [owner, neighbour]) {
      expect(await outcome(authority, given([login(who)]), 'blue')).toBe('guarded_test.unknown_box');
    }
  });

  it('is refused to who may know and has no right', async () => {
    expect(await outcome(authority, given([login(neighbour)]), 'red')).toBe('auth.forbidden');
  });

  it('is the same to others whether or not it is there', async () => {
    for (const name of ['red', 'blue']) expect(await outcome(authority, given([login(stranger)]), name)).toBe(others);
  });

  it('is refused with what was wrong with a capability that was not good', async () => {
    const expired = capabilityExpired('expired');
    expect(await outcome(authority, given([login(stranger)], expired), 'red')).toBe('auth.capability_expired');
    expect(await outcome(authority, given([login(owner)], expired), 'red')).toEqual(['gold', 'owner']);
  });

  it('is opened by no login with limits, and asks for one where none came', async () => {
    expect(await outcome(authority, given([login(owner, { total: 5 })]), 'red')).toBe('auth.forbidden');
    expect(await outcome(authority, given([]), 'red')).toBe('auth.capability_required');
  });
});
