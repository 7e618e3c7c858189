import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';

/**
 * The core that sender and sink share: the last one this process may use. Null where `taskset` is missing; rates are
 * then taken unpinned, and what they say about single connections is mostly the scheduler's doing.
 */
export function sharedCore(): number | null {
  if (spawnSync('taskset', ['-p', String(process.pid)], { stdio: 'ignore' }).status !== 0) return null;
  return allowedCores().at(-1) ?? null;
}

/** Puts a program on a core, where there is one to put it on. */
export function pinned(core: number | null, program: string, args: readonly string[]): [string, string[]] {
  return core === null ? [program, [...args]] : ['taskset', ['-c', String(core), program, ...args]];
}

/** One line about the machine, for the head of a report. */
export function machine(): string {
  const model = cpus()[0]?.model ?? 'unknown processor';
  return `${allowedCores().length} cores (${model.trim()}), Node ${process.versions.node}, ${process.platform}`;
}

function allowedCores(): number[] {
  let list: string | undefined;
  try {
    list = /^Cpus_allowed_list:\s*(\S+)/m.exec(readFileSync('/proc/self/status', 'latin1'))?.[1];
  } catch {
    // Only Linux has this file; elsewhere all cores count.
  }
  if (list === undefined) return cpus().map((_, number) => number);
  return list.split(',').flatMap((range) => {
    const [from = 0, to = from] = range.split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
}
