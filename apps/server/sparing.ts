/**
 * Makes something anew at most so often a second; whoever asks more often gets what was made last. For what costs much and is
 * open to anybody.
 */
export function sparing<T>(perSecond: number, make: () => Promise<T>): () => Promise<T> {
  let last: Promise<T> | undefined;
  let second_ms = 0;
  let made = 0;
  return () => {
    const now_ms = performance.now();
    if (now_ms - second_ms >= 1_000) {
      second_ms = now_ms;
      made = 0;
    }
    if (!last || made < perSecond) {
      made++;
      last = make();
    }
    return last;
  };
}
