import type { JsonSchema } from '../../json.ts';
import { capabilities } from '../capabilities.ts';
import {
  duration,
  id,
  list,
  localized,
  only,
  operations,
  points,
  record,
  text,
  word,
} from './pieces.ts';

const range = (description: string): JsonSchema => ({
  ...text(`${description}, such as >=20.10`),
  format: 'version-range',
});

/** What the host must have. */
export const needs: JsonSchema = only('What the host must have', {
  docker: range('Versions of the Docker engine'),
  kubernetes: range('Versions of Kubernetes'),
  capabilities: {
    ...list('What the host must be able to do; a step is skipped where a probe refutes one', {
      ...word('A capability; labs doctor shows them', capabilities),
    }),
    uniqueItems: true,
  },
});

const observed = only(
  'A fact to record',
  {
    fact: text('Its address, such as interfaces/NAME'),
    listen: duration('For reach and resolve: how long to wait before calling it silence'),
  },
  ['fact'],
);

const wrong = only(
  'An attempt that must be rejected',
  {
    id: id('Its name, unique in the step'),
    do: operations('What it does instead of the solution'),
    answers: record('What it answers, by the id of the question', {
      type: ['string', 'number', 'array'],
    }),
    fails: {
      ...list('Every check and question that fails', { type: 'string' }),
      minItems: 1,
      uniqueItems: true,
    },
  },
  ['id', 'fails'],
  { anyOf: [{ required: ['do'] }, { required: ['answers'] }] },
);

const work = {
  solution: operations('The reference solution'),
  solutions: {
    ...record('Reference solutions by name: each must pass', {
      type: 'array',
      items: { $ref: '#/definitions/operation' },
    }),
    propertyNames: { format: 'id' },
  },
  setup: operations('Before the learner begins'),
  capture: operations('Evidence for the report, run when the step passes'),
};

/** A step of this lab. */
export const step: JsonSchema = only(
  'A step',
  {
    id: id('Its name, unique in the lab'),
    title: localized('Its title'),
    text: localized('What the learner is to do'),
    needs: { $ref: '#/definitions/needs' },
    from: text('An earlier step: start where that one ended'),
    ...work,
    checks: list('What must be so', { $ref: '#/definitions/check' }),
    questions: list('What the learner must find out', { $ref: '#/definitions/question' }),
    hints: list('In order, one at a time, each recorded', localized('A hint')),
    observe: list('Facts to record with the observation that makes the step pass', observed),
    wrong: list('Attempts that must be rejected', wrong),
  },
  ['id', 'title', 'text'],
  { not: { required: ['solution', 'solutions'] } },
);

/** A step of another lab. */
export const include: JsonSchema = only(
  'A step of another lab, with the names, vars and texts it uses',
  { include: { ...text('LAB/STEP'), format: 'step' } },
  ['include'],
);

/** A check, apart from what its kind says of `with`. */
export const check: JsonSchema = only(
  'A check',
  {
    id: id('Its name, unique among the checks and questions of the step'),
    uses: { type: 'string', description: 'The kind of check' },
    with: { type: 'object', description: 'What it looks at' },
    points,
    within: duration('Keep looking that long before it fails'),
    hint: localized('Shown when this check fails'),
  },
  ['id', 'uses', 'with'],
);

/** An operation, apart from what its kind says of `with`. */
export const operation: JsonSchema = only(
  'An operation',
  {
    run: text('A bash script'),
    uses: { type: 'string', description: 'The kind of operation' },
    with: { type: 'object', description: 'Its arguments' },
  },
  [],
  {
    oneOf: [{ required: ['run'] }, { required: ['uses'] }],
    dependencies: { uses: ['with'], with: ['uses'] },
  },
);
