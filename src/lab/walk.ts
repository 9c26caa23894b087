import type { Cursor } from './yaml/cursor.ts';

/** The steps that are defined in this file. */
export function stepsOf(lab: Cursor): Cursor[] {
  return lab
    .get('steps')
    .items()
    .filter((step) => !step.get('include').exists);
}

export function checksOf(step: Cursor): Cursor[] {
  return step.get('checks').items();
}

export function questionsOf(step: Cursor): Cursor[] {
  return step.get('questions').items();
}

/** Every operation of a lab, wherever it stands. */
export function operationsOf(lab: Cursor): Cursor[] {
  const own = ['setup', 'cleanup'].flatMap((key) => lab.get(key).items());
  return [...own, ...stepsOf(lab).flatMap(operationsOfStep)];
}

function operationsOfStep(step: Cursor): Cursor[] {
  const solutions = step.get('solutions').entries();
  return [
    ...['setup', 'solution', 'capture'].flatMap((key) => step.get(key).items()),
    ...solutions.flatMap(([, solution]) => solution.items()),
    ...step
      .get('wrong')
      .items()
      .flatMap((wrong) => wrong.get('do').items()),
  ];
}

/** Every text of a lab that is written once for each language. */
export function textsOf(lab: Cursor): Cursor[] {
  return [lab.get('title'), lab.get('summary'), ...stepsOf(lab).flatMap(textsOfStep)].filter(
    (text) => text.exists,
  );
}

function textsOfStep(step: Cursor): Cursor[] {
  return [
    step.get('title'),
    step.get('text'),
    ...step.get('hints').items(),
    ...checksOf(step).map((check) => check.get('hint')),
    ...questionsOf(step).flatMap((question) => [
      question.get('ask'),
      question.get('hint'),
      question.get('answer').get('rubric'),
      ...question
        .get('choices')
        .items()
        .map((choice) => choice.get('text')),
    ]),
  ];
}

/** Every string below a place; keys are none. */
export function stringsOf(cursor: Cursor): Cursor[] {
  if (cursor.text !== undefined) return [cursor];
  return [...cursor.items(), ...cursor.entries().map(([, value]) => value)].flatMap(stringsOf);
}
