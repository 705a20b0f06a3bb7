import { type Param, param, t } from '@scrip/rpc';
import { MAX_VALID_s } from './kinds.ts';

/** How long a new capability is good for. `what` is what the text calls it; without a `usual` time it has to come. */
export function validForSecsParam(what = 'it', ...usual: [] | [number]): Param<number> {
  return param(t.int(), `Seconds until ${what} expires; from 1 to ${MAX_VALID_s} (30 days), and brought into that range.`, ...usual);
}
