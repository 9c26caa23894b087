import { compilePattern } from '../../checks/pattern.ts';
import { plainAnswer } from '../../checks/plain-answer.ts';
import { type Draft, withoutPlaceholders } from '../draft.ts';
import type { Question } from '../lab.ts';
import { questionTypes } from '../schema/question.ts';
import { excerpt } from '../shape/shape-problem.ts';
import { questionsOf, stepsOf } from '../walk.ts';
import type { Cursor } from '../yaml/cursor.ts';

const plain = ['fact', 'equals', 'matches'];
const answerKeys: Readonly<Record<Question['type'], readonly string[]>> = {
  text: plain,
  number: plain,
  ip: plain,
  cidr: plain,
  choice: ['choice'],
  multi: ['choice'],
  essay: ['rubric'],
};

/** A question's answer is of the kind that its type asks for. */
export function checkQuestions(draft: Draft): void {
  for (const question of stepsOf(draft.lab).flatMap(questionsOf)) {
    const type = questionTypes.find((known) => known === question.get('type').text);
    if (!type) continue;
    checkAnswer(draft, question.get('answer'), type);
    checkChoices(draft, question, type);
    checkSample(draft, question.get('answer'));
  }
}

function checkAnswer({ problems }: Draft, answer: Cursor, type: Question['type']): void {
  const allowed = answerKeys[type];
  const keys = [...plain, 'choice', 'rubric'];
  for (const [key, value] of answer.entries()) {
    if (keys.includes(key) && !allowed.includes(key)) {
      problems.add(value.keyPosition, 'answer-kind', { type, found: key, allowed: [...allowed] });
    }
  }
  const { value, text, position } = answer.get('equals');
  if (value === undefined || text?.includes('${{') || !allowed.includes('equals')) return;
  if (plainAnswer(type, value) === undefined) {
    problems.add(position, 'answer-value', { type, found: excerpt(value) });
  }
}

function checkChoices({ problems }: Draft, question: Cursor, type: Question['type']): void {
  const choices = question.get('choices');
  const chosen = type === 'choice' || type === 'multi';
  if (chosen && !choices.exists) {
    problems.add(question.position, 'missing-key', { key: 'choices' });
  }
  if (!chosen && choices.exists) {
    problems.add(choices.keyPosition, 'choices-unused', { type });
  }
  const answer = question.get('answer').get('choice');
  if (type === 'choice' && Array.isArray(answer.value)) {
    problems.add(answer.position, 'choice-single');
  }
}

/** The reference solution gives the sample, so the pattern must take it. */
function checkSample({ problems }: Draft, answer: Cursor): void {
  const pattern = withoutPlaceholders(answer.get('matches').text);
  const sample = withoutPlaceholders(answer.get('sample').text);
  if (pattern === undefined || sample === undefined) return;
  try {
    if (compilePattern(pattern).test(sample)) return;
  } catch {
    return;
  }
  problems.add(answer.get('sample').position, 'sample-unlike', { found: sample, pattern });
}
