import type { JsonSchema } from '../../json.ts';
import { id, list, localized, only, points, text, word } from './pieces.ts';

export const questionTypes = ['text', 'number', 'ip', 'cidr', 'choice', 'multi', 'essay'] as const;

const choice = only(
  'One possible answer',
  { id: id('Its name in answers'), text: localized('What the learner reads') },
  ['id', 'text'],
);

/** A step's question. */
export const question: JsonSchema = only(
  'A question to the learner',
  {
    id: id('Its name, unique among the checks and questions of the step'),
    ask: localized('The question'),
    type: word('What an answer looks like; an essay is marked by the mentor', questionTypes),
    choices: {
      ...list('The possible answers, for choice and multi', choice),
      minItems: 2,
    },
    answer: { $ref: '#/definitions/answer' },
    points,
    hint: localized('Shown when the answer is wrong'),
  },
  ['id', 'ask', 'type', 'answer'],
);

/** The right answer: from the live system, or written down. */
export const answer: JsonSchema = only(
  'The right answer',
  {
    fact: text('The address of a fact of the live system, such as container/NAME'),
    path: text('A JMESPath to the answer in that fact'),
    equals: { type: ['string', 'number'], description: 'The answer itself' },
    matches: text('A pattern (RE2) that must be found in the answer'),
    sample: text('An answer that the pattern takes: the reference solution gives it'),
    choice: {
      type: ['string', 'array'],
      items: { type: 'string' },
      minItems: 1,
      uniqueItems: true,
      description: 'The id of the right choice; a list of them for multi',
    },
    rubric: localized('How the mentor marks an essay'),
  },
  [],
  {
    oneOf: ['fact', 'equals', 'matches', 'choice', 'rubric'].map((key) => ({ required: [key] })),
    dependencies: {
      fact: ['path'],
      path: ['fact'],
      matches: ['sample'],
      sample: ['matches'],
    },
  },
);
