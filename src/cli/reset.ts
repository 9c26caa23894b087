import { connectEngines } from '../engines/engines.ts';
import { type ExitCode, exitCodes, Failure } from '../failure.ts';
import { findHome } from '../home.ts';
import { findCurrent, type StoredAttempt } from '../session/attempts.ts';
import { resetStep as resetInSession } from '../session/begin-step.ts';
import { cleanAttempt } from '../session/clean.ts';
import { imagesOfOthers } from '../session/images-of-others.ts';
import type { Swept } from '../session/owned.ts';
import { holdAttempt } from '../session/resume-attempt.ts';
import { chooseStep } from './choose-step.ts';
import { documentSwept, printSwept, tellElsewhere } from './clean.ts';
import type { Cli, Run } from './command.ts';
import { labId } from './lab-id.ts';
import { openRequestedSession, tellRecovered } from './open-session.ts';
import { requireEngine } from './require-engine.ts';
import { sayStepSkipped } from './step-result.ts';
import { typedLab } from './typed-lab.ts';

export const run: Run = async (cli) => {
  const [, asked] = cli.args;
  const lab = await labId(cli);
  const stored = await findCurrent(findHome(cli.env).data, lab);
  if (!stored) {
    await requireEngine(cli);
    throw new Failure('session.no-attempt', exitCodes.usage, { lab: typedLab(cli) });
  }
  return asked === undefined ? resetLab(cli, stored) : resetStep(cli, asked);
};

async function resetStep(cli: Cli, asked: string): Promise<ExitCode> {
  const session = await openRequestedSession(cli, 'reset');
  try {
    const { attempt, engines, lab } = session;
    const step = chooseStep(lab, asked);
    const done = await resetInSession(session, step, { engines, signal: cli.signal });
    if (cli.wantsJson) cli.json({ lab: lab.id, attempt: attempt.id, step: step.id });
    else if (done === 'skipped') cli.out(sayStepSkipped(session, step.id, cli.words));
    else cli.out(cli.words.say('cli.reset.step', { step: step.id, lab: typedLab(cli) }));
    return exitCodes.done;
  } finally {
    await session.close();
  }
}

/** The whole attempt, from its journal alone: what it made goes, and the next start opens a new one. */
async function resetLab(cli: Cli, stored: StoredAttempt): Promise<ExitCode> {
  const engines = await connectEngines(cli.env, { attempt: '', lab: '', step: '' }, cli.signal);
  try {
    const attempt = await holdAttempt(stored, `labs reset ${typedLab(cli)}`);
    tellRecovered(cli, attempt);
    try {
      const { opening } = attempt.state;
      const here = opening?.engine.id === engines.docker.id;
      const needed = await imagesOfOthers(findHome(cli.env).data, stored);
      const swept: Swept = here
        ? await cleanAttempt(attempt, engines, needed, cli.signal)
        : { removed: [], left: [] };
      await attempt.record({ type: 'ended' });
      if (!here) tellElsewhere(cli, stored.lab, opening?.engine.endpoint ?? '');
      tellReset(cli, stored.lab, attempt.id, swept);
      return swept.left.length > 0 ? exitCodes.operation : exitCodes.done;
    } finally {
      await attempt.close();
    }
  } finally {
    await engines.close();
  }
}

function tellReset(cli: Cli, lab: string, attempt: string, swept: Swept): void {
  if (cli.wantsJson) {
    cli.json({ lab, attempt, step: null, ...documentSwept(swept) });
    return;
  }
  printSwept(cli, swept);
  cli.out(cli.words.say('cli.reset.lab', { lab: typedLab(cli) }));
}
