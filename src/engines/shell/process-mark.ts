import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { ProcessMark } from '../engine.ts';

/**
 * The mark of a living process; undefined if there is none (a zombie is none). On Linux its start
 * counts clock ticks since boot (field 22 of proc(5)'s stat), so the boot's id goes with it.
 */
export async function findProcess(pid: number): Promise<ProcessMark | undefined> {
  if (process.platform !== 'linux') return findByPs(pid);
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces and parentheses of its own.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
    return { pid, started: `${boot} ${fields[19]}` };
  } catch {
    return undefined;
  }
}

async function findByPs(pid: number): Promise<ProcessMark | undefined> {
  try {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)]);
    return stdout.trim() === '' ? undefined : { pid, started: stdout.trim() };
  } catch {
    return undefined;
  }
}

/** Whether the marked process still runs. */
export async function isAlive(mark: ProcessMark): Promise<boolean> {
  return (await findProcess(mark.pid))?.started === mark.started;
}

/** Ends a marked process with the group that it leads, if it is still that one. */
export async function endProcess(mark: ProcessMark): Promise<void> {
  if (!(await isAlive(mark))) return;
  // A command that has the terminal leads no group; its own terminal goes with it.
  for (const target of [-mark.pid, mark.pid]) {
    try {
      process.kill(target, 'SIGKILL');
    } catch {
      // It leads none, or ended in between.
    }
  }
}
