import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { solveQuestion } from '../../src/checks/answer.ts';
import type { Json } from '../../src/json.ts';
import type { Lab, Step, Wrong } from '../../src/lab/lab.ts';
import { loadLab } from '../../src/lab/load-lab.ts';
import { beginStep } from '../../src/session/begin-step.ts';
import { cleanAttempt } from '../../src/session/clean.ts';
import { Observation } from '../../src/session/observation.ts';
import { perform } from '../../src/session/perform.ts';
import { prepareStep } from '../../src/session/prepare-step.ts';
import { factBefore, recordObservation } from '../../src/session/record-observation.ts';
import { openSession, type Session } from '../../src/session/session.ts';
import { planStep, type StepPlan } from '../../src/session/step-plan.ts';
import { takeSnapshot } from '../engine-snapshot.ts';

const lab: Lab = await loadLab('labs/docker-network');
const { signal } = new AbortController();
let session: Session;
let before: Awaited<ReturnType<typeof takeSnapshot>>;

beforeAll(async () => {
  before = await takeSnapshot();
  const data = `/tmp/labs-test-${process.pid}`;
  const home = { data, cache: `${data}/cache` };
  session = await openSession({ lab, home, env: process.env, command: 'test', signal });
});

afterAll(async () => {
  await cleanAttempt(session.attempt, session.engines, new Set(), signal);
  await session.close();
  expect(await takeSnapshot()).toEqual(before);
});

/** Looks at a step as it is; checks that are known to fail are not waited for to their end. */
async function observe(plan: StepPlan, failing: readonly string[] = []): Promise<Observation> {
  const { attempt, engines } = session;
  const checks = plan.checks.map((check) =>
    failing.includes(check.id) ? { ...check, within: Math.min(check.within, 1000) } : check,
  );
  const observation = new Observation(
    { ...plan, checks },
    {
      engines,
      place: attempt.place,
      signal,
      answers: new Map(),
      before: (step, address) => factBefore(attempt.state, step, address),
    },
  );
  await observation.run();
  return observation;
}

/** Answers every question: as told, else rightly from what was seen. */
function answer(plan: StepPlan, observation: Observation, told: Record<string, Json>): void {
  for (const { question } of plan.questions) {
    const given = told[question.id] ?? solveQuestion(question, observation.evidence);
    observation.answer(question.id, given ?? '');
  }
}

function failures(observation: Observation): string[] {
  return [...observation.verdicts].filter(([, { status }]) => status !== 'pass').map(([id]) => id);
}

async function doWrong(step: Step, wrong: Wrong): Promise<void> {
  const { attempt, engines } = session;
  const operations = wrong.do.length > 0 ? wrong.do : (Object.values(step.solutions)[0] ?? []);
  for (const operation of operations) {
    await perform(attempt, step.id, 'wrong', operation, { engines, signal });
  }
}

describe.each(lab.steps.map((step) => [step.id, step] as const))('%s', (_id, step) => {
  test('before the work is done it does not pass', async () => {
    const { attempt, engines } = session;
    const began = await beginStep(session, step, { engines, signal });
    if (began === 'skipped') return;
    const plan = await planStep(step, attempt.scope);
    const observation = await observe(
      plan,
      plan.checks.map(({ id }) => id),
    );
    expect(observation.passed).toBe(false);
  });

  test.each(step.wrong.map((wrong) => [wrong.id, wrong] as const))(
    'the wrong attempt %s fails exactly what it names',
    async (_wrong, wrong) => {
      const { attempt, engines } = session;
      await prepareStep(attempt, lab, step, 'reset', { engines, signal });
      await doWrong(step, wrong);
      const plan = await planStep(step, attempt.scope);
      const observation = await observe(plan, wrong.fails);
      answer(plan, observation, wrong.answers);
      const verdicts = Object.fromEntries(observation.verdicts);
      expect(failures(observation).sort(), JSON.stringify(verdicts, null, 1)).toEqual(
        [...wrong.fails].sort(),
      );
    },
  );

  test.each(Object.keys(step.solutions))(
    'the %s passes, and every question can be answered',
    async (name) => {
      const { attempt, engines } = session;
      await prepareStep(attempt, lab, step, 'reset', { engines, signal });
      for (const operation of step.solutions[name] ?? []) {
        expect(
          await perform(attempt, step.id, 'solution', operation, { engines, signal }),
        ).toMatchObject({ exit: 0 });
      }
      const plan = await planStep(step, attempt.scope);
      const observation = await observe(plan);
      answer(plan, observation, {});
      expect(
        failures(observation),
        JSON.stringify(Object.fromEntries(observation.verdicts), null, 1),
      ).toEqual([]);
      for (const operation of step.capture) {
        expect(
          await perform(attempt, step.id, 'capture', operation, { engines, signal }),
        ).toMatchObject({ exit: 0 });
      }
      await observation.extend(plan.observe);
      await recordObservation(attempt, step.id, observation);
    },
  );
});

test('the lab is of the size that was promised', () => {
  expect(lab.steps.length).toBeGreaterThanOrEqual(12);
  for (const step of lab.steps) {
    expect(step.wrong.length, step.id).toBeGreaterThanOrEqual(2);
    expect(
      step.questions.some((question) => 'fact' in question.answer),
      step.id,
    ).toBe(true);
    expect(step.capture.length, step.id).toBeGreaterThan(0);
    expect(step.hints.length, step.id).toBeGreaterThan(1);
  }
});
