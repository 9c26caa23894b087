import type { ExitCode } from '../../failure.ts';
import type { Step } from '../../lab/lab.ts';
import { askQuestions } from './ask-questions.ts';
import { buildSteps } from './build-steps.ts';
import type { Key } from './keyboard.ts';
import { printStep } from './print-step.ts';
import { resetStep } from './reset-step.ts';
import type { Screen } from './screen.ts';
import { showHelp } from './show-help.ts';
import { showHint } from './show-hint.ts';
import { showSolution } from './show-solution.ts';
import { StepRun } from './step-run.ts';
import { takeCommand } from './take-command.ts';

/** How a step was left: on to the next, by `q`, by Ctrl-C, or after a failure with its exit code. */
export type StepEnd = 'next' | 'quit' | 'interrupted' | { left: ExitCode };

/** Shows a step that is ready and does what the keys say, until the learner leaves it. */
export async function runStep(screen: Screen, step: Step): Promise<StepEnd> {
  await printStep(screen, step);
  const run = await StepRun.open(screen, step);
  run.start();
  try {
    for (;;) {
      const key = await screen.keyboard.next(run.signal);
      run.view.notice = '';
      const end = findEnd(run, key) ?? (await act(run, key));
      if (end) return end;
      screen.block.refresh();
    }
  } finally {
    await run.stop();
  }
}

function findEnd({ view }: StepRun, { name }: Key): StepEnd | undefined {
  if (name === 'ctrl-c') return 'interrupted';
  if (name === 'q' || name === 'ctrl-d') return 'quit';
  return view.passed && (name === 'n' || name === 'enter') ? 'next' : undefined;
}

/** Does what a key stands for; one that stands for nothing is passed over. */
async function act(run: StepRun, { name, text }: Key): Promise<StepEnd | undefined> {
  if (name !== 'r') {
    await actions[name]?.(run, text);
    return undefined;
  }
  const prepared = await resetStep(run);
  return 'left' in prepared ? prepared : undefined;
}

const actions: Readonly<Record<string, (run: StepRun, text?: string) => void | Promise<void>>> = {
  $: (run) => takeCommand(run),
  paste: takeCommand,
  a: askQuestions,
  h: showHint,
  s: showSolution,
  c: (run) => run.lookAgain(),
  t: (run) => printStep(run.screen, run.step),
  l: (run) => run.screen.block.print(['', ...buildSteps(run.screen, run.step.id), '']),
  '?': (run) => showHelp(run.screen),
  n: (run) => {
    run.view.notice = run.screen.cli.words.say('screen.not-passed');
  },
};
