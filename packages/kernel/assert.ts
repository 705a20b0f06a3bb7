/** Stops on a state that our own code must never reach; the message is for developers, never for callers. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${message}`);
}
