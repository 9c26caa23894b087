import type { JsonSchema } from '../../json.ts';
import { languages } from '../lab.ts';
import { id, list, localized, only, operations, word } from './pieces.ts';
import { answer, question } from './question.ts';
import { check, include, needs, operation, step } from './step.ts';
import { names, vars } from './values.ts';

export const mostSteps = 200;

/** The shape of a lab's file; what stands under `with` is left to the kinds. */
export const labFile: JsonSchema = {
  ...only(
    'A lab (labs/v1)',
    {
      schema: { const: 'labs/v1', description: 'The version of this format' },
      id: id('The name of the lab'),
      languages: {
        ...list('Every text of the lab exists in each', word('A language', languages)),
        minItems: 1,
        uniqueItems: true,
      },
      title: localized('The title'),
      summary: localized('What one learns, in a sentence or two'),
      minutes: {
        type: 'integer',
        minimum: 1,
        maximum: 1440,
        description: 'How long it takes a learner',
      },
      needs: { $ref: '#/definitions/needs' },
      names,
      vars,
      setup: operations('Before the first step; lasts for the attempt'),
      steps: {
        ...list('The steps, in order', { $ref: '#/definitions/anyStep' }),
        minItems: 1,
        maxItems: mostSteps,
      },
      cleanup: operations('Beyond what the runner removes by itself'),
    },
    ['schema', 'id', 'languages', 'title', 'summary', 'minutes', 'steps'],
  ),
  definitions: {
    anyStep: {
      if: { type: 'object', required: ['include'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: include,
      else: step,
    },
    needs,
    check,
    question,
    answer,
    operation,
  },
};
