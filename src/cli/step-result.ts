import stringWidth from 'string-width';
import type { Verdict } from '../checks/check.ts';
import { describeError, describeFinding } from '../checks/describe.ts';
import { describeCheck } from '../checks/describe-check.ts';
import { type ExitCode, exitCodes } from '../failure.ts';
import type { Words } from '../i18n/words.ts';
import { expand, expandText } from '../lab/expand.ts';
import type { Step, Text } from '../lab/lab.ts';
import { textIn } from '../lab/text-in.ts';
import type { Session } from '../session/session.ts';
import { stepState } from '../session/state.ts';
import type { Cli } from './command.ts';
import { makeVisible } from './markdown/make-visible.ts';
import { wrap } from './markdown/wrap.ts';
import { makeStyle } from './style.ts';

/** A step as `labs check` tells it; with `--json`, as `schemas/check.schema.json` has it. */
export interface CheckedStep {
  step: string;
  title: string;
  passed: boolean;
  results: Result[];
}

export interface Result {
  id: string;
  kind: 'check' | 'question';
  /** `open`: a question that was not answered yet. */
  status: Verdict['status'] | 'open';
  points: number;
  /** What is looked for, or asked. */
  label: string;
  /** What is wrong, in words; only when it fails or could not be seen. */
  finding?: { code: string; sentence: string; expected?: string; actual?: string; at?: string };
  hint?: string;
}

export function describeStep(
  session: Session,
  step: Step,
  verdicts: ReadonlyMap<string, Verdict>,
  words: Words,
): CheckedStep {
  const { scope } = session.attempt;
  const say = (text: Text) => expandText(textIn(text, words.language), scope);
  const results: Result[] = [
    ...step.checks.map(
      (check): Result => ({
        id: check.id,
        kind: 'check',
        points: check.points,
        label: describeCheck(check.uses, expand({ ...check.with }, scope), words),
        ...describeVerdict(verdicts.get(check.id), check.hint && say(check.hint), words),
      }),
    ),
    ...step.questions.map(
      (question): Result => ({
        id: question.id,
        kind: 'question',
        points: question.points,
        label: say(question.ask),
        ...describeVerdict(verdicts.get(question.id), question.hint && say(question.hint), words),
      }),
    ),
  ];
  return {
    step: step.id,
    title: say(step.title),
    passed: results.every(({ status }) => status === 'pass'),
    results,
  };
}

/** A verdict in the reader's words; the hint comes only with what failed. */
export function describeVerdict(
  verdict: Verdict | undefined,
  hint: string | undefined,
  words: Words,
): Pick<Result, 'status' | 'finding' | 'hint'> {
  if (!verdict) return { status: 'open' };
  if (verdict.status === 'error') {
    return {
      status: 'error',
      finding: { code: verdict.code, sentence: describeError(verdict, words) },
    };
  }
  if (verdict.status !== 'fail') return { status: verdict.status };
  const finding = { code: verdict.finding.code, ...describeFinding(verdict.finding, words) };
  return { status: 'fail', finding, ...(hint ? { hint } : {}) };
}

/** 0 if all has passed; 4 if something could not be seen, so that nothing is known of it; else 1. */
export function exitOf(checked: readonly CheckedStep[]): ExitCode {
  const statuses = checked.flatMap(({ results }) => results.map(({ status }) => status));
  if (statuses.includes('error')) return exitCodes.operation;
  return checked.every(({ passed }) => passed) ? exitCodes.done : exitCodes.checkFailed;
}

const marks = { pass: '✓', fail: '✗', error: '!', skip: '–', open: '?' } as const;

export function printStep(cli: Cli, { title, step, results }: CheckedStep): void {
  const style = makeStyle(cli.terminal.color);
  for (const line of wrap(makeVisible(`${title} (${step})`), cli.terminal.columns))
    cli.out(style.bold(line));
  for (const result of results) printResult(cli, result);
}

/** A mark and what it stands for; below what failed: why, expected, actual, where, hint. */
export function printResult(cli: Cli, { status, label, finding, hint }: Result): void {
  const style = makeStyle(cli.terminal.color);
  const paint = status === 'pass' ? style.green : status === 'open' ? style.yellow : style.red;
  printBehind(cli, `  ${paint(marks[status])} `, makeVisible(label));
  if (!finding) return;
  const margin = ' '.repeat(6);
  printBehind(cli, margin, makeVisible(finding.sentence));
  const rows = [
    ['expected', finding.expected],
    ['actual', finding.actual],
    ['at', finding.at],
    ['hint', hint],
  ] as const;
  for (const [name, value] of rows) {
    const head = style.dim(`${cli.words.say(`cli.result.${name}`)}:`);
    if (value) printBehind(cli, margin, `${head} ${makeVisible(value)}`);
  }
}

/** A text behind a mark or a margin; its further lines stand below its first. */
function printBehind({ out, terminal }: Cli, head: string, text: string): void {
  const indent = stringWidth(head);
  for (const [i, line] of wrap(text, terminal.columns - indent).entries()) {
    out((i === 0 ? head : ' '.repeat(indent)) + line);
  }
}

/** Why a step is skipped: what it needs, and what the probe of it saw. */
export function sayStepSkipped({ attempt }: Session, step: string, words: Words): string {
  const { skipped } = stepState(attempt.state, step);
  return words.say('cli.skipped', {
    capability: skipped?.capability ?? '',
    evidence: skipped?.evidence ?? '',
  });
}
