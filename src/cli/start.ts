import { type ExitCode, exitCodes } from '../failure.ts';
import { expandText } from '../lab/expand.ts';
import { textIn } from '../lab/text-in.ts';
import { beginStep, currentStep } from '../session/begin-step.ts';
import { observeStep } from '../session/observe-step.ts';
import type { Session } from '../session/session.ts';
import { planStep } from '../session/step-plan.ts';
import type { Cli, Run } from './command.ts';
import { makeVisible } from './markdown/make-visible.ts';
import { openRequestedSession } from './open-session.ts';
import { playSteps } from './play.ts';
import { describeStep, printStep } from './step-result.ts';
import { typedLab } from './typed-lab.ts';

export const run: Run = async (cli) => {
  const session = await openRequestedSession(cli, 'start', { looks: true });
  try {
    if (cli.options.auto === true) return await playAll(cli, session);
    if (!cli.terminal.interactive || cli.wantsJson) return await showOnce(cli, session);
    const { runScreen } = await import('./screen/run-screen.ts');
    return await runScreen(cli, session);
  } finally {
    await session.close();
  }
};

async function playAll(cli: Cli, session: Session): Promise<ExitCode> {
  const { lab } = session;
  const code = await playSteps(cli, session, lab.steps);
  const said = code === exitCodes.done ? 'cli.start.played' : 'cli.start.stopped';
  cli.err(cli.words.say(said, { lab: typedLab(cli) }));
  return code;
}

/** Without a terminal there are no keys: the step is made ready, shown and judged once. */
async function showOnce(cli: Cli, session: Session): Promise<ExitCode> {
  const { attempt, engines, lab } = session;
  const { signal } = cli;
  let step = currentStep(session);
  while (step && (await beginStep(session, step, { engines, signal })) === 'skipped') {
    step = currentStep(session);
  }
  if (!step) {
    if (cli.wantsJson) cli.json({ lab: lab.id, attempt: attempt.id, step: null });
    else cli.out(cli.words.say('cli.all-done', { lab: typedLab(cli) }));
    return exitCodes.done;
  }
  const plan = await planStep(step, attempt.scope);
  const { verdicts } = await observeStep(session.attempt, session.engines, plan, { signal });
  const result = describeStep(session, step, verdicts, cli.words);
  const text = expandText(textIn(step.text, cli.words.language), attempt.scope);
  if (cli.wantsJson) cli.json({ lab: lab.id, attempt: attempt.id, text, ...(result as object) });
  else {
    cli.out(`${makeVisible(text.trim())}\n`);
    printStep(cli, result);
    cli.out(cli.words.say('cli.start.no-terminal', { lab: typedLab(cli) }));
  }
  return exitCodes.done;
}
