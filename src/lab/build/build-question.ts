import type { Json } from '../../json.ts';
import type { Answer, Question } from '../lab.ts';
import type { Cursor } from '../yaml/cursor.ts';
import { buildText } from './build-text.ts';

type Files = ReadonlyMap<string, string>;

export function buildQuestion(question: Cursor, files: Files): Question {
  const hint = question.get('hint');
  return {
    id: question.get('id').text ?? '',
    ask: buildText(question.get('ask'), files),
    type: question.get('type').text as Question['type'],
    choices: question
      .get('choices')
      .items()
      .map((choice) => ({
        id: choice.get('id').text ?? '',
        text: buildText(choice.get('text'), files),
      })),
    answer: buildAnswer(question.get('answer'), files),
    points: (question.get('points').value as number | undefined) ?? 1,
    ...(hint.exists ? { hint: buildText(hint, files) } : {}),
    at: question.position,
  };
}

function buildAnswer(answer: Cursor, files: Files): Answer {
  const rubric = answer.get('rubric');
  if (rubric.exists) return { rubric: buildText(rubric, files) };
  return answer.value as { equals: Json };
}
