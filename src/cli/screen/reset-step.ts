import { prepareStep } from '../../session/prepare-step.ts';
import { confirm } from './confirm.ts';
import { type Prepared, prepare } from './prepare.ts';
import type { StepRun } from './step-run.ts';

/** Sets the step up again after a yes; what was made in it goes. */
export async function resetStep(run: StepRun): Promise<Prepared<void>> {
  const { session, cli } = run.screen;
  if (!(await confirm(run, cli.words.say('screen.reset.confirm')))) return { done: undefined };
  await run.stop();
  const prepared = await prepare(run.screen, (performing) =>
    prepareStep(session.attempt, session.lab, run.step, 'reset', performing),
  );
  if ('left' in prepared) return prepared;
  run.renew();
  run.view.notice = cli.words.say('screen.reset.done');
  run.start();
  return prepared;
}
