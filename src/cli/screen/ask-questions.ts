import { setTimeout as wait } from 'node:timers/promises';
import type { Verdict } from '../../checks/check.ts';
import { giveAnswer } from '../../session/give-answer.ts';
import type { Observation } from '../../session/observation.ts';
import type { PlannedQuestion } from '../../session/step-plan.ts';
import { makeVisible } from '../markdown/make-visible.ts';
import { parseMarkdown, renderMarkdown } from '../markdown/render-markdown.ts';
import { wrap } from '../markdown/wrap.ts';
import { describeVerdict } from '../step-result.ts';
import { findOpenQuestions } from './open-questions.ts';
import { sayText } from './print-step.ts';
import { promptAnswer } from './prompt-answer.ts';
import type { StepRun } from './step-run.ts';

/** Asks the questions that are open, one after the other, until one is not answered. */
export async function askQuestions(run: StepRun): Promise<void> {
  const { words } = run.screen.cli;
  const open = findOpenQuestions(run);
  if (run.view.lost) run.view.notice = words.say('screen.answer.lost');
  else if (open.length === 0) run.view.notice = words.say('screen.answer.none');
  else await run.aside(() => askAll(run, open));
}

async function askAll(run: StepRun, open: readonly PlannedQuestion[]): Promise<void> {
  for (const planned of open) {
    await printAsk(run, planned);
    const given = await promptAnswer(run.screen, planned.question);
    if (given === undefined) break;
    const { session } = run.screen;
    const observation = await findObservation(run, planned);
    const verdict = await giveAnswer(session.attempt, observation, planned.question.id, given);
    run.view.note(planned.question.id, verdict, true);
    printVerdict(run, planned, verdict);
  }
  run.watch.look();
}

async function printAsk({ screen }: StepRun, { question }: PlannedQuestion): Promise<void> {
  const { block, style } = screen;
  const page = { width: block.columns, style };
  const ask = await parseMarkdown(sayText(screen, question.ask));
  block.print(['', ...renderMarkdown(ask, page)]);
}

/** Why an answer is not right, and the hint for it: never the right one. */
function printVerdict({ screen }: StepRun, { question }: PlannedQuestion, verdict: Verdict): void {
  const { block, style, cli } = screen;
  if (verdict.status === 'pass') {
    block.print([style.green(`✓ ${cli.words.say('screen.answer.right')}`)]);
    return;
  }
  const hint = question.hint && makeVisible(sayText(screen, question.hint)).trim();
  const told = describeVerdict(verdict, hint, cli.words);
  const lines = [
    style.red(`✗ ${told.finding?.sentence ?? ''}`),
    ...(hint ? [`${style.dim(`${cli.words.say('cli.result.hint')}:`)} ${hint}`] : []),
  ];
  block.print(lines.flatMap((line) => wrap(line, block.columns)));
}

/** How long to wait for the facts of a look that has just begun, and between two questions for them. */
const patience = { total: 5000, pause: 20 };

/** The observation to judge on: one that has the facts of the question, if one comes in time. */
async function findObservation(
  { watch, signal }: StepRun,
  { probes }: PlannedQuestion,
): Promise<Observation> {
  const until = Date.now() + patience.total;
  for (;;) {
    const { observation } = watch;
    const whole = observation && probes.every(({ address }) => observation.facts.has(address));
    if (observation && (whole || Date.now() > until)) return observation;
    await wait(patience.pause, undefined, { signal });
  }
}
