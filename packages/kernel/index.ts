export { assert } from './assert.ts';
export { type Clock, ManualClock, systemClock } from './clock.ts';
export { deriveId, isUuid, NIL_UUID, newId, type Uuid } from './ids.ts';
export { apportion, type Currency, formatMinor, MAX_MINOR, majorToMinor, minorToMajor } from './money.ts';
export { foldCase, wordsOf } from './words.ts';
