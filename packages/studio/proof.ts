import { publicAuthority } from '@scrip/rpc';
import { tokenInvalid, tokenRequired } from './errors.ts';

/** All that a studio's apps call: the token opens it. */
export const PROOF = publicAuthority("the studio's token is the proof");
export const TOKEN_FAULTS = [tokenRequired, tokenInvalid];
