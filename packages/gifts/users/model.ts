import type { AvatarKey, Uuid } from '@scrip/kernel';
import { invalidMode } from '../errors.ts';

/** By what a user may be named: the words of the document, and the member of the profile that holds it. */
const MODES = {
  fb: 'fbid',
  facebook: 'fbid',
  twitter: 'twitterid',
  google: 'googleid',
  device: 'deviceid',
  email: 'email',
  username: 'username',
  avatar: 'avatar',
} as const;

export type IdName = (typeof MODES)[keyof typeof MODES];
export const ID_NAMES: readonly IdName[] = [...new Set(Object.values(MODES))];

/** The ids that a user goes by; `avatar` is an avatar's key. */
export type Ids = { readonly [name in IdName]: string | null };

export interface Profile {
  readonly firstName: string;
  readonly lastName: string;
  /** Empty where it is not known. */
  readonly lang: string;
}

/** Somebody who plays an app. */
export interface User extends Profile, Ids {
  readonly id: Uuid;
  readonly appId: string;
  readonly avatar: AvatarKey | null;
}

/** Raises gifts.invalid_mode. */
export function idNameOf(mode: string): IdName {
  const word = mode.toLowerCase();
  if (Object.hasOwn(MODES, word)) return MODES[word as keyof typeof MODES];
  throw invalidMode(`the mode is ${JSON.stringify(mode)}; one of ${Object.keys(MODES).join(', ')} is needed`);
}

/** What people call somebody. */
export function calledName({ firstName, lastName, ...ids }: User): string {
  const name = `${firstName} ${lastName}`.trim();
  return name === '' ? (ID_NAMES.map((id) => ids[id]).find((id) => id !== null) ?? '') : name;
}
