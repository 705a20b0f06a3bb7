import { type Param, param, t } from '@scrip/rpc';

/** One of an owner's accounts. */
export function accountNameParam(doc: string, ...usual: [] | [string]): Param<string> {
  return param(t.string({ max: 63, min: 1 }), doc, ...usual);
}
