import type { EngineObject } from '../engines/engine.ts';
import { exitCodes, Failure } from '../failure.ts';
import type { Lab, Operation, Step } from '../lab/lab.ts';
import type { Attempt } from './attempt.ts';
import { engineLost } from './engine-lost.ts';
import { observeStep } from './observe-step.ts';
import { findOwned, type Left, sweep } from './owned.ts';
import { type Performing, type Phase, perform } from './perform.ts';
import { recordReplay } from './record-observation.ts';
import { refuseTakenNames } from './refuse-taken-names.ts';
import { planStep } from './step-plan.ts';

/** The step that stands for the lab's own set-up in labels and in the journal. */
export const labStep = '@lab';

/**
 * Makes a step ready to be worked on. Going on to the next step of a chain (`from:`) leaves all as
 * it is; otherwise the objects of steps go, the lab's set-up stands, and the chain is replayed.
 */
export async function prepareStep(
  attempt: Attempt,
  lab: Lab,
  step: Step,
  why: 'next' | 'reset' | 'resume',
  performing: Performing,
): Promise<void> {
  const { state } = attempt;
  const goesOn =
    why === 'next' && step.from !== undefined && step.from === state.step && state.ready;
  const before = state.standing;
  if (state.cleaned) await refuseTakenNames(performing.engines, lab.names);
  await attempt.record({ type: 'begin', step: step.id, why });
  const standing = goesOn ? before : await startAfresh(attempt, lab, step, before, performing);
  await performAll(attempt, step, 'setup', step.setup, performing);
  const objects = await findOwned(performing.engines, state);
  await attempt.record({ type: 'ready', step: step.id, standing, objects });
}

async function startAfresh(
  attempt: Attempt,
  lab: Lab,
  step: Step,
  standing: readonly EngineObject[],
  performing: Performing,
): Promise<EngineObject[]> {
  const kept = await clearSteps(attempt, standing, performing);
  const objects = kept ?? (await setUpLab(attempt, lab, performing));
  for (const earlier of chainBefore(lab, step)) {
    await performAll(attempt, earlier, 'setup', earlier.setup, performing);
    const [solution = []] = Object.values(earlier.solutions);
    await performAll(attempt, earlier, 'replay', solution, performing);
    if (isComparedWith(lab, earlier)) await observeReplay(attempt, earlier, performing);
  }
  return objects;
}

/** Whether a check of a later step compares with how this one ended (`before:`). */
function isComparedWith(lab: Lab, { id }: Step): boolean {
  return lab.steps.some(({ checks }) => checks.some(({ with: given }) => given.before === id));
}

/** What is compared with later must be of the objects that are there now, not of those before. */
async function observeReplay(attempt: Attempt, step: Step, performing: Performing): Promise<void> {
  const plan = await planStep(step, attempt.scope);
  const observation = await observeStep(attempt, performing.engines, plan, performing);
  await observation.extend(plan.observe);
  await recordReplay(attempt, step.id, observation);
}

/** Removes what steps made; the lab's own objects, if all of them still stand, are returned. */
async function clearSteps(
  attempt: Attempt,
  standing: readonly EngineObject[],
  { engines }: Performing,
): Promise<EngineObject[] | undefined> {
  const there = new Set((await findOwned(engines, attempt.state)).map(({ id }) => id));
  const whole = standing.length > 0 && standing.every(({ id }) => there.has(id));
  const { left } = await sweep(
    engines,
    attempt.state,
    new Set(whole ? standing.map(({ id }) => id) : []),
  );
  const [first] = left;
  if (first) throw inTheWay(first);
  return whole ? [...standing] : undefined;
}

function inTheWay({ object: { kind, name }, why, by, words }: Left): Failure {
  const held = why === 'in-use' && kind === 'network';
  const code = held ? 'session.in-the-way' : 'session.not-removed';
  const values = { kind, name, by: by.join(', '), holder: by[0] ?? '', words };
  return new Failure(code, exitCodes.operation, values);
}

async function setUpLab(
  attempt: Attempt,
  lab: Lab,
  performing: Performing,
): Promise<EngineObject[]> {
  if (lab.setup.length === 0) return [];
  for (const operation of lab.setup) {
    await performOrFail(attempt, labStep, 'setup', operation, performing);
  }
  return findOwned(performing.engines, attempt.state);
}

/** The steps whose end state this one starts from, the first of the chain first. */
export function chainBefore(lab: Lab, step: Step): Step[] {
  const before = lab.steps.find(({ id }) => id === step.from);
  return before ? [...chainBefore(lab, before), before] : [];
}

/** Performs operations in their order; the first that fails is a Failure. */
export async function performAll(
  attempt: Attempt,
  step: Step,
  phase: Phase,
  operations: readonly Operation[],
  performing: Performing,
): Promise<void> {
  for (const operation of operations) {
    await performOrFail(attempt, step.id, phase, operation, performing);
  }
}

async function performOrFail(
  attempt: Attempt,
  step: string,
  phase: Phase,
  operation: Operation,
  performing: Performing,
): Promise<void> {
  const done = await perform(attempt, step, phase, operation, performing);
  if (done.exit === 0) return;
  const { engines, signal } = performing;
  signal.throwIfAborted();
  // A script cannot say that Docker went away under it.
  if (!(await engines.docker.answers(signal))) throw engineLost(operation.uses, done.stderr);
  throw new Failure(
    done.timedOut ? 'session.operation-late' : 'session.operation',
    exitCodes.operation,
    {
      step,
      operation: operation.uses,
      place: `${operation.at.file}:${operation.at.line}`,
      exit: done.exit,
      output: (done.stderr || done.stdout).trim().slice(-2000),
    },
  );
}
