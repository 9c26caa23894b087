import { connectEngines, type Engines } from '../engines/engines.ts';
import { exitCodes, Failure } from '../failure.ts';
import { findHome } from '../home.ts';
import type { Json } from '../json.ts';
import { findAttempts, readState, type StoredAttempt } from '../session/attempts.ts';
import { cleanAttempt } from '../session/clean.ts';
import { imagesOfOthers } from '../session/images-of-others.ts';
import type { Swept } from '../session/owned.ts';
import { holdAttempt } from '../session/resume-attempt.ts';
import { sweepOrphans } from '../session/sweep-orphans.ts';
import type { Cli, Run } from './command.ts';
import { documentFailed, type FailedAttempt, tellFailed } from './failed-attempts.ts';
import { labId } from './lab-id.ts';
import { tellRecovered } from './open-session.ts';

export const run: Run = async (cli) => {
  const { data } = findHome(cli.env);
  const lab = cli.args[0] === undefined ? undefined : await labId(cli);
  const engines = await connectEngines(cli.env, { attempt: '', lab: '', step: '' }, cli.signal);
  try {
    const stored = await findAttempts(data, lab);
    const swept: Swept = { removed: [], left: [] };
    const failed: FailedAttempt[] = [];
    for (const attempt of stored) {
      try {
        join(swept, await clean(cli, attempt, engines, data));
      } catch (error) {
        // One that is open elsewhere or broken must not keep the others from being cleaned.
        if (!(error instanceof Failure) || error.exit === exitCodes.engine) throw error;
        failed.push({ lab: attempt.lab, failure: error });
      }
    }
    if (cli.options.all === true) join(swept, await sweepOrphans(engines));
    if (cli.wantsJson) cli.json({ ...documentSwept(swept), failed: documentFailed(cli, failed) });
    else if (failed.length === 0 || swept.removed.length > 0) printSwept(cli, swept);
    tellFailed(cli, failed);
    return swept.left.length + failed.length > 0 ? exitCodes.operation : exitCodes.done;
  } finally {
    await engines.close();
  }
};

/** Cleans one attempt on the engine that it was begun on; of another engine nothing is known here. */
async function clean(
  cli: Cli,
  stored: StoredAttempt,
  engines: Engines,
  data: string,
): Promise<Swept> {
  const { opening } = await readState(stored.folder);
  if (!opening || opening.engine.id !== engines.docker.id) {
    if (opening) tellElsewhere(cli, stored.lab, opening.engine.endpoint);
    return { removed: [], left: [] };
  }
  const attempt = await holdAttempt(stored, 'labs clean');
  tellRecovered(cli, attempt);
  try {
    const needed = await imagesOfOthers(data, stored);
    return await cleanAttempt(attempt, engines, needed, cli.signal);
  } finally {
    await attempt.close();
  }
}

function join(all: Swept, more: Swept): void {
  all.removed.push(...more.removed);
  all.left.push(...more.left);
}

/** Says that an attempt's objects are on another engine, of which nothing is known here. */
export function tellElsewhere(cli: Cli, lab: string, engine: string): void {
  cli.err(cli.words.say('cli.clean.elsewhere', { lab, engine }));
}

export function documentSwept({ removed, left }: Swept): Record<string, Json> {
  return {
    removed: removed.map((object) => ({ ...object })),
    left: left.map((one) => ({ ...one, object: { ...one.object } })),
  };
}

/** What went, and what stays with whoever holds it and what to type. */
export function printSwept(cli: Cli, { removed, left }: Swept): void {
  const worded = (kind: string) => cli.words.say(`cli.kind.${kind}`);
  for (const { kind, name } of removed) {
    cli.out(cli.words.say('cli.clean.removed', { kind: worded(kind), name }));
  }
  for (const { object, why, by, words } of left) {
    const { name } = object;
    const kind = worded(object.kind);
    const [holder = ''] = by;
    const form = why === 'in-use' && object.kind === 'network' ? 'in-use-network' : why;
    cli.err(cli.words.say(`cli.clean.${form}`, { kind, name, by: by.join(', '), holder, words }));
  }
  if (removed.length === 0 && left.length === 0) cli.out(cli.words.say('cli.clean.nothing'));
}
