import { join } from 'node:path';
import type { Engines } from '../engines/engines.ts';
import { endProcess } from '../engines/shell/process-mark.ts';
import { exitCodes, Failure } from '../failure.ts';
import { Attempt } from './attempt.ts';
import type { StoredAttempt } from './attempts.ts';
import { takeLock } from './lock.ts';

/**
 * Takes up an attempt where its runner left it. What a runner that died was at is ended first:
 * its process, if it still runs, is this attempt's.
 */
export async function resumeAttempt(
  stored: StoredAttempt,
  engines: Engines,
  command: string,
): Promise<Attempt> {
  const attempt = await holdAttempt(stored, command);
  const { opening } = attempt.state;
  if (opening && opening.engine.id !== engines.docker.id) {
    await attempt.close();
    throw new Failure('session.other-engine', exitCodes.operation, {
      lab: stored.lab,
      begun: opening.engine.endpoint,
      now: engines.docker.endpoint,
    });
  }
  return attempt;
}

/** Opens a stored attempt for writing, whatever engine it was begun on. */
export async function holdAttempt(stored: StoredAttempt, command: string): Promise<Attempt> {
  const unlock = await takeLock(join(stored.folder, 'lock'), command);
  const attempt = await Attempt.open(stored.folder, unlock).catch(async (error) => {
    await unlock();
    throw error;
  });
  const ended = { exit: null, stdout: '', stderr: '', truncated: false, timedOut: false };
  for (const [operation, process] of [...attempt.state.open]) {
    if (process) await endProcess(process);
    await attempt.record({ type: 'performed', operation, ...ended });
  }
  return attempt;
}
