import type { Draft } from '../draft.ts';
import { checksOf, questionsOf } from '../walk.ts';
import type { Cursor } from '../yaml/cursor.ts';

/** What names a step, a check, a question or a choice names one that is there. */
export function checkReferences(draft: Draft): void {
  const steps = draft.lab.get('steps').items();
  const ids = steps.map(
    (step) => draft.included.get(step.pointer)?.id ?? step.get('id').text ?? '',
  );
  steps.forEach((step, place) => {
    checkEarlier(draft, step.get('from'), ids, place);
    for (const check of checksOf(step)) {
      if (check.get('uses').text === 'changed') {
        checkEarlier(draft, check.get('with').get('before'), ids, place);
      }
    }
    checkWrong(draft, step);
    for (const question of questionsOf(step)) checkChoice(draft, question);
  });
}

function checkEarlier(
  { problems }: Draft,
  reference: Cursor,
  ids: readonly string[],
  place: number,
): void {
  const { text } = reference;
  if (text === undefined) return;
  const at = ids.indexOf(text);
  const earlier = ids.slice(0, place).filter((id) => id !== '');
  if (at < 0) problems.addUnknown(reference.position, 'step-unknown', text, earlier);
  else if (at >= place) {
    problems.add(reference.position, 'step-not-earlier', { found: text, allowed: earlier });
  }
}

function checkWrong({ problems }: Draft, step: Cursor): void {
  const idsOf = (items: Cursor[]) => items.flatMap((item) => item.get('id').text ?? []);
  const questions = idsOf(questionsOf(step));
  const all = [...idsOf(checksOf(step)), ...questions];
  for (const wrong of step.get('wrong').items()) {
    for (const fails of wrong.get('fails').items()) {
      const { text } = fails;
      if (text !== undefined && !all.includes(text)) {
        problems.addUnknown(fails.position, 'fails-unknown', text, all);
      }
    }
    for (const [question, answer] of wrong.get('answers').entries()) {
      if (!questions.includes(question)) {
        problems.addUnknown(answer.keyPosition, 'answers-unknown', question, questions);
      }
    }
  }
}

function checkChoice({ problems }: Draft, question: Cursor): void {
  const choices = question.get('choices').items();
  const known = choices.flatMap((choice) => choice.get('id').text ?? []);
  const answer = question.get('answer').get('choice');
  for (const choice of [answer, ...answer.items()]) {
    const { text } = choice;
    if (text !== undefined && choices.length > 0 && !known.includes(text)) {
      problems.addUnknown(choice.position, 'choice-unknown', text, known);
    }
  }
}
