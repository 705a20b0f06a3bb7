import { type Builtins, builtin } from '../builtin.ts';
import { float, integer } from '../values.ts';

export const NUMBERS: Builtins = {
  llAbs: builtin(['integer'], (value) => integer(Math.abs(value))),
  llFabs: builtin(['float'], (value) => float(Math.abs(value))),
  llFloor: builtin(['float'], (value) => integer(Math.floor(value))),
  llCeil: builtin(['float'], (value) => integer(Math.ceil(value))),
  llRound: builtin(['float'], (value) => integer(Math.floor(value + 0.5))),
  llSqrt: builtin(['float'], (value) => float(Math.sqrt(value))),
  llPow: builtin(['float', 'float'], (base, exponent) => float(base ** exponent)),
  llFrand: builtin(['float'], (below) => float(Math.random() * below)),
};
