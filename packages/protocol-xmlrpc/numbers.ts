import { notRepresentable } from '@scrip/rpc';

/**
 * The shortest decimal that reads back as the same double, without an exponent (the specification has none) and always
 * with a point.
 */
export function decimal(value: number): string {
  if (!Number.isFinite(value)) throw notRepresentable(`the call was done, but its result holds ${value}, which XML-RPC has not`);
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const text = String(value);
  const e = text.indexOf('e');
  if (e === -1) return text.includes('.') ? text : `${text}.0`;
  const sign = value < 0 ? '-' : '';
  const digits = text.slice(sign.length, e).replace('.', '');
  const point = Number(text.slice(e + 1)) + 1;
  return point <= 0 ? `${sign}0.${'0'.repeat(-point)}${digits}` : `${sign}${digits.padEnd(point, '0')}.0`;
}

/** `20061023T03:08:00`, in UTC, to the second. Raises not_representable beyond the years 0 to 9999. */
export function compactTime(value: Date): string {
  const year = value.getUTCFullYear();
  if (!(year >= 0 && year <= 9999)) {
    throw notRepresentable(`the call was done, but its result holds a time in the year ${year}; XML-RPC writes 0 to 9999`);
  }
  const day = String(year * 10_000 + (value.getUTCMonth() + 1) * 100 + value.getUTCDate()).padStart(8, '0');
  return `${day}T${twoDigits(value.getUTCHours())}:${twoDigits(value.getUTCMinutes())}:${twoDigits(value.getUTCSeconds())}`;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
