import type { Verdict } from '../../checks/check.ts';
import { stepState } from '../../session/state.ts';
import { describeStep } from '../step-result.ts';
import type { BlockView } from './build-block.ts';
import type { ShownKey } from './build-keys.ts';
import type { ShownResult } from './build-result.ts';
import { findOpenQuestions } from './open-questions.ts';
import { say } from './print-step.ts';
import type { StepRun } from './step-run.ts';

/** What the block shows of a step right now. */
export function blockView(run: StepRun): BlockView {
  return { results: showResults(run), keys: showKeys(run), said: sayNow(run) };
}

function showResults({ screen, step, view, texts }: StepRun): ShownResult[] {
  // While the engine is lost, nothing that was seen of it can be relied on; answers stay.
  const answers = [...view.verdicts].filter(([id]) => texts.asks.has(id));
  const known: ReadonlyMap<string, Verdict> = view.lost ? new Map(answers) : view.verdicts;
  const { results } = describeStep(screen.session, step, known, screen.cli.words);
  return results.map(({ status, finding, hint, ...rest }) => {
    const { id, kind } = rest;
    const result = { ...rest, label: texts.asks.get(id) ?? rest.label };
    const waits = view.looking.has(id) || (kind === 'check' && status === 'open');
    if (waits) return { ...result, status: 'looking' };
    // What is wrong with an answer is said in its sentence; the rest is about what was looked at.
    const told = finding && kind === 'question' ? shortOf(finding) : finding;
    const shown = hint && texts.hints.get(id);
    return {
      ...result,
      status,
      ...(told ? { finding: told } : {}),
      ...(shown ? { hint: shown } : {}),
    };
  });
}

const shortOf = ({ code, sentence }: NonNullable<ShownResult['finding']>) => ({ code, sentence });

function sayNow({ screen, step, view }: StepRun): string[] {
  const { words } = screen.cli;
  const { style, session } = screen;
  const next = session.lab.steps[session.lab.steps.indexOf(step) + 1];
  const said: string[] = [];
  if (view.lost) said.push(style.red(words.say('screen.lost')));
  if (view.passed) said.push(style.bold(style.green(words.say('screen.passed'))));
  if (view.passed && next) said.push(words.say('screen.on', { title: say(screen, next.title) }));
  else if (view.passed) said.push(words.say('screen.finish'));
  if (view.notice) said.push(style.yellow(view.notice));
  return said;
}

function showKeys(run: StepRun): ShownKey[] {
  const { screen, step, view } = run;
  const { words } = screen.cli;
  const open = findOpenQuestions(run).length;
  const hints = step.hints.length - stepState(screen.session.attempt.state, step.id).hints;
  const count = (does: string, number: number) => `${does} (${number})`;
  const does = (name: string) => words.say(`screen.key.${name}`);
  return [
    ...(view.passed ? [{ key: 'Enter', does: does('next') }] : []),
    { key: '$', does: does('command') },
    ...(open > 0 ? [{ key: 'a', does: count(does('answer'), open) }] : []),
    ...(hints > 0 ? [{ key: 'h', does: count(does('hint'), hints) }] : []),
    { key: 's', does: does('solution') },
    { key: 'r', does: does('reset') },
    { key: 'c', does: does('check') },
    { key: 't', does: does('text') },
    { key: 'l', does: does('steps') },
    { key: '?', does: does('help') },
    { key: 'q', does: does('quit') },
  ];
}
