/** How long the calls of long requests may keep the process busy before everybody else has a turn. */
const SLICE_ms = 2;

let began_ms: number | undefined;
const waiting: (() => void)[] = [];

/**
 * Lets others have their turn in the middle of long work. All long work of the process shares one slice: once that is used
 * up, a turn of the event loop lets one of those who wait go on, in the order in which they asked. Undefined where there is
 * time left.
 */
export function pace(): Promise<void> | undefined {
  if (began_ms === undefined) {
    began_ms = performance.now();
    setImmediate(nextTurn);
    return undefined;
  }
  if (waiting.length === 0 && performance.now() - began_ms < SLICE_ms) return undefined;
  return new Promise((resolve) => waiting.push(resolve));
}

function nextTurn(): void {
  const next = waiting.shift();
  began_ms = next && performance.now();
  if (!next) return;
  setImmediate(nextTurn);
  next();
}
