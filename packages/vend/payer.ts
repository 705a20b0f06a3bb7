import { anyAvatar, type Guarded, guarded, type Held, present, right } from '@scrip/capability';

const PAYER = anyAvatar<object, 'payer'>({ words: 'a login capability without limits', as: 'payer' });

/** Anybody who is logged in, for paying out of accounts of their own. */
export const payerAuthority: Guarded<unknown, { readonly principal: Held<'payer'> }> = guarded(right<object, 'payer'>`${PAYER}`, {
  faults: [],
  others: 'forbidden',
  seek: async () => present({}),
});
