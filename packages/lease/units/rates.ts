import type { Price } from '../model.ts';
import { rateTooHigh } from './errors.ts';

/** A month is 30 days. */
export const PERIODS = { hour: 3_600, day: 86_400, week: 604_800, month: 2_592_000 } as const;
export type PeriodName = keyof typeof PERIODS;
export const PERIOD_NAMES = Object.keys(PERIODS) as PeriodName[];

const MAX_INT32 = 2_147_483_647n;

/** The documented week_rate: whole major units a week, rounded half up. */
export function weekRate({ rate, periodSecs }: Price): number {
  const [part, whole] = [rate * BigInt(PERIODS.week), BigInt(periodSecs)];
  return Number((2n * part + whole) / (2n * whole));
}

/** Raises lease.rate_too_high where the week_rate would not fit into an int. */
export function priceFor(rate: number, period: PeriodName): Price {
  const price = { rate: BigInt(rate), periodSecs: PERIODS[period] };
  const week = weekRate(price);
  if (week <= MAX_INT32) return price;
  throw rateTooHigh(`${rate} for each ${period} comes to ${week} a week; ${MAX_INT32} is the most`);
}

export function periodName(periodSecs: number): PeriodName {
  const name = PERIOD_NAMES.find((period) => PERIODS[period] === periodSecs);
  if (name === undefined) throw new Error(`no period has ${periodSecs} seconds`);
  return name;
}

export function priceText({ rate, periodSecs }: Price): string {
  return `${rate} for each ${periodName(periodSecs)}`;
}
