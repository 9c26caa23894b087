import { exitCodes, Failure } from '../failure.ts';
import { nearest } from '../lab/nearest.ts';
import { cleanAttempt } from '../session/clean.ts';
import { prepareStep } from '../session/prepare-step.ts';
import type { Session } from '../session/session.ts';
import { printSwept } from './clean.ts';
import type { Cli, Run } from './command.ts';
import { openRequestedSession } from './open-session.ts';

export const run: Run = async (cli) => {
  const session = await openRequestedSession(cli, 'reset');
  try {
    const [, asked] = cli.args;
    return asked === undefined
      ? await resetLab(cli, session)
      : await resetStep(cli, session, asked);
  } finally {
    await session.close();
  }
};

async function resetStep(cli: Cli, session: Session, asked: string) {
  const { attempt, engines, lab } = session;
  const step = lab.steps.find(({ id }) => id === asked);
  if (!step) {
    const ids = lab.steps.map(({ id }) => id);
    throw new Failure('cli.unknown-step', exitCodes.usage, {
      step: asked,
      lab: lab.id,
      nearest: nearest(asked, ids) ?? '',
      known: ids.join(', '),
    });
  }
  await prepareStep(attempt, lab, step, 'reset', { engines, signal: cli.signal });
  if (cli.wantsJson) cli.json({ lab: lab.id, attempt: attempt.id, step: step.id });
  else cli.out(cli.words.say('cli.reset.step', { step: step.id, lab: lab.id }));
  return exitCodes.done;
}

/** The whole attempt: what it made goes, and the next start opens a new one. */
async function resetLab(cli: Cli, session: Session) {
  const { attempt, engines, lab } = session;
  const swept = await cleanAttempt(attempt, engines, new Set(), cli.signal);
  await attempt.record({ type: 'ended' });
  if (cli.wantsJson) cli.json({ lab: lab.id, attempt: attempt.id, ...(swept as object) });
  else {
    printSwept(cli, swept);
    cli.out(cli.words.say('cli.reset.lab', { lab: lab.id }));
  }
  return swept.left.length > 0 ? exitCodes.operation : exitCodes.done;
}
