import type { AvatarKey, OwnerKey } from '@scrip/kernel';
import { defineFault } from '@scrip/rpc';
import type { Capabilities } from './capabilities.ts';

export const unknownAvatar = defineFault({
  code: 'general.unknown_avatar',
  fault: 1150,
  kind: 'not_found',
  doc: 'Nobody is registered under this key or name.',
});

/** Who is who. The slice that knows avatars stands above this package; the server puts both together. */
export interface Directory {
  /** Of an avatar that is registered; raises general.unknown_avatar. */
  avatarKey(keyOrName: string): Promise<AvatarKey>;
  /** As `avatarKey`, but a key is taken as it stands: it may be a group's, or nobody's yet. */
  ownerKey(keyOrName: string): Promise<OwnerKey>;
  /** What avatars are called now. */
  names(keys: readonly OwnerKey[]): Promise<ReadonlyMap<OwnerKey, string>>;
}

/** What the procedures of capabilities are made of. */
export interface CapabilityParts {
  readonly capabilities: Capabilities;
  readonly directory: Directory;
}
