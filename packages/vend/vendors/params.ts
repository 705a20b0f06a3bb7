import { invalidParams, param, type Type, t } from '@scrip/rpc';
import { checked, lowerKey } from '../params.ts';

export const objectKey = param(checked(t.string({ max: 36 }), lowerKey, 'a key'), "The object's key in-world.");

/** Where in a region; in-world positions are floats. */
export const coordinate = (axis: string, min: number, max: number) => {
  const number = t.double();
  const type: Type<number> = {
    ...number,
    parse(value, path) {
      const given = number.parse(value, path);
      if (given >= min && given <= max) return Math.floor(given) + 0;
      throw invalidParams(`${path} is ${given}; a number from ${min} to ${max} is needed`);
    },
  };
  return param(type, `${axis} in the region, in metres; cut to whole ones.`);
};
