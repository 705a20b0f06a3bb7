import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const TESTS = ['packages/**/*.test.ts', 'apps/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.mjs'];
const FAULT_RUN = 'test/faults/faults.test.ts';
const NEVER = ['**/node_modules/**', '**/generated/**'];
/** Two cores, shared with PostgreSQL and with whatever else runs there: generous, because nothing waits for them to pass. */
const LIMITS = { testTimeout: 20_000, hookTimeout: 60_000, teardownTimeout: 30_000 };

/** A file that takes long and comes last leaves one worker without work. A fresh clone does not know yet which those are. */
const SLOWEST = [
  // Starts of servers, which are waited for: before the fault run takes all of the machine.
  'test/e2e/process-stop.test.ts',
  'test/e2e/process-refusals.test.ts',
  'test/e2e/process-data.test.ts',
  'packages/database/embedded/embedded.test.ts',
  FAULT_RUN,
  'test/conformance/protocols-agree.test.ts',
  'test/invariants/simulator.test.ts',
  'scripts/schema-engine.test.mjs',
].map((file) => join(import.meta.dirname, file));

/** Begins with the files that are known to be slow; then in the runner's order, which is longest first as well. */
class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const index = SLOWEST.indexOf(join(moduleId));
      return index < 0 ? SLOWEST.length : index;
    };
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}

export default defineConfig({
  test: {
    reporters: ['default', './test/testkit/closing-line.ts'],
    globalSetup: 'test/testkit/setup.ts',
    // Files that race have some fifty connections to the one PostgreSQL of the run, which takes a hundred.
    maxWorkers: 2,
    sequence: { sequencer: SlowestFirst },
    projects: [
      // Servers and a PostgreSQL of its own, under everything that can go wrong, beside the other tests.
      { test: { ...LIMITS, name: 'faults', include: [FAULT_RUN], exclude: NEVER } },
      // The files of a worker share the modules that it has loaded: loading them for each file took longer than most tests. So
      // what a file declares has names and numbers that no other has, and what it fakes it takes back. Its database is its own.
      { test: { ...LIMITS, name: 'tests', include: TESTS, exclude: [...NEVER, FAULT_RUN], isolate: false } },
    ],
  },
});
