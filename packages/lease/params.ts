import { keyOrNameParam } from '@scrip/avatars';
import { accountNameParam, WORKING } from '@scrip/bank';
import { capabilitiesParam } from '@scrip/capability';
import { type Decimal, isUuid } from '@scrip/kernel';
import { formatSlots, invalidParams, type Param, param, requestIdParam, type Type, t, word } from '@scrip/rpc';
import { PERIOD_NAMES, type PeriodName } from './units/rates.ts';

// Parameters that many of the procedures of leases share, in the words of the Apez document.

export const capabilities = capabilitiesParam;

export const owner = keyOrNameParam('Key of the agent who owns the lease location. A name is taken too; empty: the caller.');
export const locationName = param(t.string({ max: 255 }), 'Name of the lease location, in any case.');
const unitName = param(t.string({ max: 255 }), 'Name of the unit (space) at the location, in any case.');

/** Where most procedures begin: who calls, and about which location. */
export const ofLocation = { capabilities, owner_akey: owner, location_name: locationName };
/** And about which unit of it. */
export const ofUnit = { ...ofLocation, unit_name: unitName };

const FORMATS = ['std', 'compact'] as const;
/** Of lists: offset, limit and format, as the document has them. */
export const list = formatSlots(FORMATS);

const formatWord = word(...FORMATS);
const emptyIsUsual: Type<(typeof FORMATS)[number]> = {
  ...formatWord,
  parse: (value, path) => (value === '' ? 'std' : formatWord.parse(value, path)),
};
/** Of what is not a list. */
export const format = param(emptyIsUsual, `One of: ${FORMATS.join(', ')}.`, 'std');

/** As it is kept; the rules for names say what is wrong with others. */
const label = t.string({ max: 255 });

/** Objects in-world know their place as decimals, and as texts. Whole metres are kept, rounded down. */
const metres: Type<number> = {
  kind: 'double',
  schema: { type: 'number', minimum: 0, exclusiveMaximum: 65_536 },
  parse(value, path) {
    const number = t.double().parse(value, path);
    if (number >= 0 && number < 65_536) return Math.floor(number);
    throw invalidParams(`${path} is ${number}; 0 to 65535 metres are needed`);
  },
  check: () => 'a parameter, and no result',
};
const rateType = t.int({ min: 1 });
const periodType: Type<PeriodName> = word(...PERIOD_NAMES);

const LABEL = 'up to 63 characters without commas, `::` and invisible characters';
export const newUnitName = param(label, `Its name: ${LABEL}, no key; the number after its last \`#\` is its number.`);
export const model = param(label, `What sort of space or object it is: ${LABEL}.`, '');
export const region = param(label, `Region (sim) in which it stands: ${LABEL}, and no slash; empty: none yet.`, '');
export const x = param(metres, 'Position within the region, in metres.', 0);
export const y = param(metres, 'As x.', 0);
export const z = param(metres, 'As x.', 0);
export const rate = param(rateType, 'Its price: whole major units for each period.');
export const period = param<PeriodName>(periodType, `The period: ${PERIOD_NAMES.join(', ')}; a month is 30 days.`, 'week');

/** What lease.updateUnit may change. */
export const UNIT_CHANGES = t.struct({
  name: t.optional(label),
  model: t.optional(label),
  region: t.optional(label),
  x: t.optional(metres),
  y: t.optional(metres),
  z: t.optional(metres),
  rate: t.optional(rateType),
  period: t.optional(periodType),
});

export const cursor = param(t.string({ max: 255 }), 'What the page before gave; empty: the first page.', '');

const PLACE = t.string({ max: 292 });
const place: Type<string> = {
  ...PLACE,
  parse(value, path) {
    const given = PLACE.parse(value, path);
    if (given === '' || (isUuid(given.slice(0, 36)) && given[36] === '/')) return given.slice(0, 36).toLowerCase() + given.slice(36);
    throw invalidParams(`${path} is ${JSON.stringify(given.slice(0, 80))}; a key, a slash and a name are needed, or an empty text`);
  },
};
/** Where a page begins, in a list of the locations of several owners. */
export const afterLocation: Param<string> = param(
  place,
  'The owner_akey of the last one of the page before, a slash and its location_name; empty for the first page.',
  '',
);

/** As max_amount: no bound. */
export const WHATEVER = '-1' as Decimal;
export const secs = param(t.int({ min: 1 }), 'Seconds to buy.');
export const payingAccount = accountNameParam("The caller's account that pays.", WORKING);
export const maxAmount: Param<Decimal> = param(
  t.amount({ usual: 'double' }),
  'The most that may be paid, in major units, such as the amount that lease.quote told; -1: whatever it costs.',
  WHATEVER,
);
export const requestId = requestIdParam('done');
export const madeOnce = requestIdParam('made');
