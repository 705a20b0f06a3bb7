export { assert } from './assert.ts';
export { type Clock, ManualClock, systemClock } from './clock.ts';
export { type Decimal, decimalOf, decimalOfMinor, isMore, isShortest, MAX_PLACES, toDecimal, toScale, ZERO } from './decimal.ts';
export {
  type AccountId,
  type AvatarKey,
  deriveId,
  type GroupKey,
  isUuid,
  type JournalId,
  NIL_UUID,
  newId,
  type OwnerKey,
  type Uuid,
} from './ids.ts';
export { Lane } from './lane.ts';
export { isMailAddress } from './mail-address.ts';
export { apportion, type Currency, formatMinor, MAX_MINOR, minorToMajor } from './money.ts';
export { nameKey, nameKeys, tidyName } from './names.ts';
export { networkOf } from './network.ts';
export type { Page, Place } from './page.ts';
export { type Draw, drawn, isCertain, isSome, leastOf, mostOf, type Portion, portionsOf, wholeOf } from './portions.ts';
export { foldCase, wordsOf } from './words.ts';
