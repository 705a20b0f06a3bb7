import { anyAvatar, type Guarded, guarded, type Held, present, right } from '@scrip/capability';

const GIVER = anyAvatar<object, 'giver'>({ words: 'a login capability without limits', as: 'giver' });

/** Anybody who is logged in, for giving out of accounts of their own. */
export const giverAuthority: Guarded<unknown, { readonly principal: Held<'giver'> }> = guarded(right<object, 'giver'>`${GIVER}`, {
  faults: [],
  others: 'forbidden',
  seek: async () => present({}),
});
