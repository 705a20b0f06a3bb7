import { isUuid } from '@scrip/kernel';
import { invalidParams, type Param, param, t } from '@scrip/rpc';

export function objectKeyParam(): Param<string> {
  return param(t.string({ max: 36 }), "The object's key in-world, a UUID; for a device of one's own, any UUID.");
}

/** In lower case. Raises invalid_params. */
export function checkObjectKey(text: string): string {
  if (isUuid(text)) return text.toLowerCase();
  throw invalidParams(`object_key is ${JSON.stringify(text)}; a UUID is needed`);
}
