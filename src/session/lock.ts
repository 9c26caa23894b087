import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import type { ProcessMark } from '../engines/engine.ts';
import { findProcess, isAlive } from '../engines/shell/process-mark.ts';
import { exitCodes, Failure } from '../failure.ts';

/** Who holds an attempt: written into its `lock` file. */
export interface Holder extends ProcessMark {
  command: string;
}

/**
 * Takes the lock at `path`, or says which living process holds it. A lock whose process is gone
 * (kill -9, a reboot) is taken over. Returns the way to give it back.
 */
export async function takeLock(path: string, command: string): Promise<() => Promise<void>> {
  const mark = await findProcess(process.pid);
  const mine: Holder = { pid: process.pid, started: mark?.started ?? '', command };
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, JSON.stringify(mine));
  try {
    for (;;) {
      // A link is made whole or not at all, unlike a file that is opened and then written.
      if (await succeeds(link(draft, path))) return () => rm(path, { force: true });
      const holder = await findHolder(path);
      if (holder) {
        throw new Failure('session.locked', exitCodes.operation, {
          pid: holder.pid,
          command: holder.command,
        });
      }
      // Nobody alive: the file is moved away rather than removed, so that only one of two takes it.
      await rename(path, `${draft}.stale`).catch(() => {});
      await rm(`${draft}.stale`, { force: true });
    }
  } finally {
    await rm(draft, { force: true });
  }
}

/** The living process that holds the lock at `path`; undefined if there is none. */
export async function findHolder(path: string): Promise<Holder | undefined> {
  try {
    const holder = JSON.parse(await readFile(path, 'utf8')) as Holder;
    return (await isAlive(holder)) ? holder : undefined;
  } catch {
    return undefined;
  }
}

async function succeeds(promise: Promise<unknown>): Promise<boolean> {
  try {
    await promise;
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
