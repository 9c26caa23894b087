import { connectEngines, type Engines } from '../engines/engines.ts';
import { type ExitCode, exitCodes } from '../failure.ts';
import { findHome } from '../home.ts';
import { findAttempts, readState, type StoredAttempt } from '../session/attempts.ts';
import { cleanAttempt } from '../session/clean.ts';
import type { Swept } from '../session/owned.ts';
import { holdAttempt } from '../session/resume-attempt.ts';
import { sweepOrphans } from '../session/sweep-orphans.ts';
import type { Cli, Run } from './command.ts';
import { labId } from './lab-id.ts';

export const run: Run = async (cli) => {
  const { data } = findHome(cli.env);
  const lab = cli.args[0] === undefined ? undefined : await labId(cli);
  const engines = await connectEngines(cli.env, { attempt: '', lab: '', step: '' }, cli.signal);
  try {
    const stored = await findAttempts(data, lab);
    const swept: Swept = { removed: [], left: [] };
    for (const attempt of stored) join(swept, await clean(cli, attempt, engines, data));
    if (cli.options.all === true) join(swept, await sweepOrphans(engines));
    if (cli.wantsJson) cli.json(JSON.parse(JSON.stringify(swept)));
    else printSwept(cli, swept);
    return exitOf(swept);
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
    if (opening)
      cli.err(
        cli.words.say('cli.clean.elsewhere', { lab: stored.lab, engine: opening.engine.endpoint }),
      );
    return { removed: [], left: [] };
  }
  const attempt = await holdAttempt(stored, 'labs clean');
  try {
    const needed = await imagesOfOthers(data, stored);
    return await cleanAttempt(attempt, engines, needed, cli.signal);
  } finally {
    await attempt.close();
  }
}

/** Images that an attempt brought and that another, which was not cleaned yet, may still use. */
async function imagesOfOthers(data: string, own: StoredAttempt): Promise<Set<string>> {
  const others = (await findAttempts(data)).filter(({ folder }) => folder !== own.folder);
  const states = await Promise.all(
    others.map(({ folder }) => readState(folder).catch(() => undefined)),
  );
  const busy = states.some((state) => state?.ready);
  const ids = busy ? (await readState(own.folder)).brought.map(({ id }) => id) : [];
  return new Set(ids);
}

function join(all: Swept, more: Swept): void {
  all.removed.push(...more.removed);
  all.left.push(...more.left);
}

function exitOf({ left }: Swept): ExitCode {
  return left.length > 0 ? exitCodes.operation : exitCodes.done;
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
    cli.err(cli.words.say(`cli.clean.${why}`, { kind, name, by: by.join(', '), holder, words }));
  }
  if (removed.length === 0 && left.length === 0) cli.out(cli.words.say('cli.clean.nothing'));
}
