import type { TestProject } from 'vitest/node';
import { buildAll } from './build.ts';

/** Once in a run, before its tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  buildAll();
  // Not before: it needs what the build generates.
  const { startCluster } = await import('./cluster.ts');
  return startCluster(project);
}
