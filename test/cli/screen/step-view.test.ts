import { expect, test } from 'vitest';
import type { Verdict } from '../../../src/checks/check.ts';
import { StepView } from '../../../src/cli/screen/step-view.ts';

const pass: Verdict = { status: 'pass' };
const fail: Verdict = {
  status: 'fail',
  finding: { code: 'x', at: 'container/web', expected: 1, actual: 2 },
};
const error: Verdict = { status: 'error', at: 'container/web', code: 'engine', detail: '' };

test('a check that fails is open until its time is over', () => {
  const view = new StepView();
  view.note('a', fail, false);
  expect(view.looking.has('a')).toBe(true);
  view.note('a', fail, true);
  expect(view.looking.has('a')).toBe(false);
});

test('one that has failed for good does not flicker at the next look', () => {
  const view = new StepView();
  view.note('a', fail, true);
  view.note('a', fail, false);
  expect(view.looking.has('a')).toBe(false);
  view.note('a', pass, true);
  view.note('a', fail, false);
  expect(view.looking.has('a')).toBe(true);
});

test('a learner who asks for a look sees that one is under way', () => {
  const view = new StepView();
  view.note('a', fail, true);
  view.note('b', pass, true);
  view.lookAgain(['a', 'b']);
  expect([...view.looking]).toEqual(['a']);
  view.note('a', fail, false);
  expect([...view.looking]).toEqual(['a']);
});

test('when the engine is back, why nothing could be seen is forgotten', () => {
  const view = new StepView();
  view.note('a', error, true);
  view.note('b', pass, true);
  view.lost = true;
  view.found();
  expect([...view.verdicts.keys()]).toEqual(['b']);
  expect(view.lost).toBe(false);
});
