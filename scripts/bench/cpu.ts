import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Clock ticks a second of the kernel's accounting. */
const TICKS = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** A process, or one with all that descend from it. */
export type Consumer = number | { tree: number };

/** Seconds of CPU that a process has used, in user and kernel; of a tree, also of those that have ended. */
export function cpuSeconds(consumer: Consumer): number {
  if (typeof consumer === 'number') return ticksOf(consumer, [11, 12]) / TICKS;
  return (
    treeOf(consumer.tree).reduce((sum, pid) => sum + ticksOf(pid, [11, 12, 13, 14]), 0) / TICKS
  );
}

/** Columns of the kernel's account of a process: its own time in user and kernel, its ended children's. */
function ticksOf(pid: number, columns: readonly number[]): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return columns.reduce((sum, column) => sum + Number(fields[column]), 0);
  } catch {
    return 0;
  }
}

function treeOf(pid: number): number[] {
  const { stdout } = spawnSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' });
  return [pid, ...stdout.split('\n').filter(Boolean).map(Number).flatMap(treeOf)];
}

/** Memory of a process and its descendants in MB, where what several share is counted once. */
export function proportionalMegabytes(pid: number): number {
  const kilobytes = treeOf(pid).map((each) => {
    const line = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${each}/smaps_rollup`, 'utf8'));
    return Number(line?.[1] ?? 0);
  });
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1024;
}

/** Resident memory of a process, in MB. */
export function residentMegabytes(pid: number): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? 0) / 1024;
}

/** The most that a process has had in memory so far, in MB; 0 once it has gone. */
export function peakMegabytes(pid: number): number {
  try {
    const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Number(line?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
