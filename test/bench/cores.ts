import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_s = 100;

/** How many cores a process and all below it keep busy during the work. */
export async function coresOf(pid: number, work: () => Promise<unknown>): Promise<number> {
  const [before_s, start_ms] = [cpuOf_s(pid), performance.now()];
  await work();
  return ((cpuOf_s(pid) - before_s) * 1000) / (performance.now() - start_ms);
}

/** What a process and all below it have used; those that ended are in their parents' figures. */
function cpuOf_s(root: number): number {
  const processes = new Map<number, { parent: number; ticks: number }>();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const fields = statOf(pid);
    if (!fields) continue;
    const [parent = 0, used = 0, system = 0, usedBelow = 0, systemBelow = 0] = [1, 11, 12, 13, 14].map((field) => Number(fields[field]));
    processes.set(Number(pid), { parent, ticks: used + system + usedBelow + systemBelow });
  }
  const isBelow = (pid: number): boolean => pid === root || isBelowRoot(processes.get(pid)?.parent);
  const isBelowRoot = (pid: number | undefined): boolean => pid !== undefined && pid > 1 && isBelow(pid);
  let ticks = 0;
  for (const [pid, process] of processes) if (isBelow(pid)) ticks += process.ticks;
  return ticks / TICKS_PER_s;
}

/** The fields behind the name; undefined for a process that ended meanwhile. */
function statOf(pid: string): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
