import { connectEngines, type Engines, type ToolboxProgress } from '../engines/engines.ts';
import { exitCodes, Failure } from '../failure.ts';
import type { Home } from '../home.ts';
import type { Lab } from '../lab/lab.ts';
import type { Attempt } from './attempt.ts';
import { findCurrent } from './attempts.ts';
import { createAttempt, newAttemptId } from './create-attempt.ts';
import { refuseTakenNames } from './refuse-taken-names.ts';
import { resumeAttempt } from './resume-attempt.ts';

/** One runner at work on one attempt: the lab, the engines and the journal, all open. */
export interface Session {
  lab: Lab;
  attempt: Attempt;
  engines: Engines;
  /** Gives everything back, and waits until the probe helper is gone. */
  close(): Promise<void>;
  /** For a process that ends now: nobody waits for the helper's removal. */
  leave(): Promise<void>;
}

export interface SessionRequest {
  lab: Lab;
  home: Home;
  env: NodeJS.ProcessEnv;
  /** As the lock names it to a second runner: `labs start docker-network`. */
  command: string;
  signal: AbortSignal;
  /** Whether facts will be seen: then the probe helper starts while all else is made ready. */
  looks?: boolean;
  /** Called while the toolbox image is made, with a line of what is done. */
  onProgress?: ToolboxProgress['onProgress'];
}

/** Takes up the lab's attempt, or opens one; runs nothing of the lab. */
export async function openSession(request: SessionRequest): Promise<Session> {
  const { lab, home, env, command, signal } = request;
  const stored = await findCurrent(home.data, lab.id);
  const id = stored ? (stored.folder.split('/').at(-1) ?? '') : newAttemptId();
  const engines = await connectEngines(env, { attempt: id, lab: lab.id, step: '' }, signal);
  // Without the toolbox image it fails, and is started again when it is needed.
  if (request.looks) void engines.helper().catch(() => {});
  try {
    refuseOldEngine(lab, engines);
    if (!stored) await refuseTakenNames(engines, lab.names);
    // The lock and the engine of an old attempt are looked at before anything is brought there.
    const resumed = stored && (await resumeAttempt(stored, engines, command));
    const toolbox = await engines.ensureToolbox(home.cache, request);
    const attempt = resumed ?? (await createAttempt(home.data, id, lab, engines, command, signal));
    if (toolbox.brought) {
      await attempt.record({ type: 'brought', object: toolbox.object, why: 'toolbox' });
    }
    await refuseChangedLab(lab, attempt);
    return {
      lab,
      attempt,
      engines,
      close: async () => {
        await Promise.all([attempt.close(), engines.close()]);
      },
      leave: async () => {
        await Promise.all([attempt.close(), engines.leave()]);
      },
    };
  } catch (error) {
    await engines.close();
    throw error;
  }
}

/** What a lab has been given since its attempt began is in no journal: the attempt cannot go on. */
async function refuseChangedLab(lab: Lab, attempt: Attempt): Promise<void> {
  const { opening, vars } = attempt.state;
  const fits =
    Object.entries(lab.names).every(
      ([key, { kind, name }]) =>
        opening?.names[key]?.kind === kind && opening.names[key].name === name,
    ) && Object.keys(lab.vars).every((key) => vars[key] !== undefined);
  if (fits) return;
  await attempt.close();
  throw new Failure('session.lab-changed', exitCodes.usage, { lab: lab.id });
}

/** `needs.docker` is a lower bound such as `>=20.10`. */
function refuseOldEngine(lab: Lab, { docker }: Engines): void {
  const needed = lab.needs.docker?.replace(/^>=\s*/, '');
  if (needed === undefined) return;
  if (docker.value.version.localeCompare(needed, 'en', { numeric: true }) >= 0) return;
  throw new Failure('session.old-engine', exitCodes.engine, {
    lab: lab.id,
    needed,
    found: docker.value.version,
  });
}
