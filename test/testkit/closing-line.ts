import type { SerializedError } from 'vitest';
import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node';

/**
 * Ends a run with one plain line, `12 passed, 0 failed, 1 skipped`, for whoever reads nothing else of it. What broke
 * outside of a test (an import, a hook, an error that nobody awaited) counts as failed: no red run says "0 failed".
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[], reason: TestRunEndReason): void {
    const counts = { passed: 0, failed: errors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) counts[test.result().state] += 1;
      for (const part of [module, ...module.children.allSuites()]) counts.failed += part.errors().length;
    }
    const failed = Math.max(counts.failed + counts.pending, reason === 'passed' ? 0 : 1);
    process.stdout.write(`${counts.passed} passed, ${failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}\n`);
  }
}
