import type { Json } from '../../json.ts';
import { parseDuration } from '../duration.ts';
import type { Check, Observed, Operation, Step, Wrong } from '../lab.ts';
import type { Cursor } from '../yaml/cursor.ts';
import { buildNeeds } from './build-needs.ts';
import { buildOperations } from './build-operations.ts';
import { buildQuestion } from './build-question.ts';
import { buildText } from './build-text.ts';

type Files = ReadonlyMap<string, string>;

export function buildStep(step: Cursor, files: Files): Step {
  const from = step.get('from').text;
  return {
    id: idOf(step),
    title: buildText(step.get('title'), files),
    text: buildText(step.get('text'), files),
    needs: buildNeeds(step.get('needs')),
    ...(from === undefined ? {} : { from }),
    setup: buildOperations(step.get('setup')),
    solutions: buildSolutions(step),
    checks: step
      .get('checks')
      .items()
      .map((check) => buildCheck(check, files)),
    questions: step
      .get('questions')
      .items()
      .map((question) => buildQuestion(question, files)),
    hints: step
      .get('hints')
      .items()
      .map((hint) => buildText(hint, files)),
    observe: step.get('observe').items().map(buildObserved),
    wrong: step.get('wrong').items().map(buildWrong),
    capture: buildOperations(step.get('capture')),
    at: step.position,
  };
}

function buildSolutions(step: Cursor): Record<string, Operation[]> {
  const only = step.get('solution');
  if (only.exists) return { solution: buildOperations(only) };
  return Object.fromEntries(
    step
      .get('solutions')
      .entries()
      .map(([name, solution]) => [name, buildOperations(solution)]),
  );
}

function buildCheck(check: Cursor, files: Files): Check {
  const hint = check.get('hint');
  return {
    id: idOf(check),
    uses: check.get('uses').text ?? '',
    with: check.get('with').value as Record<string, Json>,
    points: (check.get('points').value as number | undefined) ?? 1,
    within: parseDuration(check.get('within').text ?? '0ms') ?? 0,
    ...(hint.exists ? { hint: buildText(hint, files) } : {}),
    at: check.position,
  };
}

function buildObserved(observed: Cursor): Observed {
  const listen = parseDuration(observed.get('listen').text ?? '');
  const fact = observed.get('fact').text ?? '';
  return listen === undefined ? { fact } : { fact, listen };
}

function buildWrong(wrong: Cursor): Wrong {
  return {
    id: idOf(wrong),
    do: buildOperations(wrong.get('do')),
    answers: (wrong.get('answers').value ?? {}) as Record<string, Json>,
    fails: wrong.get('fails').value as string[],
    at: wrong.position,
  };
}

const idOf = (item: Cursor) => item.get('id').text ?? '';
