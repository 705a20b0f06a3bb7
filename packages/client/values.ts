/**
 * Parameters as JSON text. A bigint becomes its digits, which the server takes for amounts and whole numbers, and a Date its text
 * in UTC. What JSON would change silently is refused: numbers that are not finite, whole numbers that a double has rounded or may
 * have rounded, and dates that are none. Raises a RangeError that names the member.
 */
export function writeParams(params: object): string {
  return JSON.stringify(params, function (this: Record<string, unknown>, name, value: unknown) {
    const given = this[name];
    if (typeof value === 'bigint') return String(value);
    const lost = given instanceof Date ? Number.isNaN(given.getTime()) : typeof value === 'number' && !isExact(value);
    if (lost)
      throw new RangeError(`${name} is ${String(given)}, which JSON can't carry as it is; send a whole number beyond 2^53 - 1 as a bigint`);
    return value;
  });
}

function isExact(value: number): boolean {
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
}
