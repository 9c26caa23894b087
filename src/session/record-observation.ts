import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Verdict } from '../checks/check.ts';
import type { Fact } from '../facts/fact.ts';
import type { JournalRecord } from '../journal/entry.ts';
import type { Json } from '../json.ts';
import type { Attempt } from './attempt.ts';
import type { Observation } from './observation.ts';
import { type AttemptState, type Observed, stepState } from './state.ts';

/**
 * Writes an observation down if a verdict has changed since the last one of the step, each value
 * of a fact once; and the step as passed, if this observation made it pass.
 */
export async function recordObservation(
  attempt: Attempt,
  step: string,
  observation: Observation,
): Promise<void> {
  const { state } = attempt;
  const before = stepState(state, step);
  const verdicts = Object.fromEntries(observation.verdicts);
  const passes = observation.passed && before.status !== 'passed';
  if (
    !passes &&
    isDeepStrictEqual(statuses(before.observation?.verdicts ?? {}), statuses(verdicts))
  )
    return;
  await attempt.record(
    ...buildRecords(state, step, observation),
    ...(passes ? [{ type: 'passed' as const, step, observation: state.observations }] : []),
  );
}

/**
 * Writes down how a step ended that was replayed for a later one: what is compared with it
 * (`before:`) is compared with this.
 */
export async function recordReplay(
  attempt: Attempt,
  step: string,
  observation: Observation,
): Promise<void> {
  const { state } = attempt;
  await attempt.record(...buildRecords(state, step, observation), {
    type: 'replayed',
    step,
    observation: state.observations,
  });
}

/** An observation with its verdicts, after the values of facts that the journal does not know yet. */
function buildRecords(
  state: AttemptState,
  step: string,
  observation: Observation,
): JournalRecord[] {
  const records: JournalRecord[] = [];
  const known = new Set(state.facts.keys());
  const facts: Observed['facts'] = {};
  for (const { address, at, value, unobserved } of observation.facts.values()) {
    if (unobserved) {
      facts[address] = { at, unobserved: { ...unobserved } };
      continue;
    }
    const digest = digestValue(value);
    if (!known.has(digest)) records.push({ type: 'fact', digest, value });
    known.add(digest);
    facts[address] = { at, digest };
  }
  const verdicts = Object.fromEntries(observation.verdicts);
  return [
    ...records,
    { type: 'observation', observation: state.observations, step, facts, verdicts },
  ];
}

/** The fact at `address` in the observation that made `step` pass. */
export function factBefore(state: AttemptState, step: string, address: string): Fact | undefined {
  const passed = state.steps.get(step)?.passed;
  const seen = passed?.facts[address];
  if (!passed || !seen || !('digest' in seen)) return undefined;
  const value = state.facts.get(seen.digest);
  return value === undefined
    ? undefined
    : { address, at: seen.at, observation: passed.observation, value };
}

function digestValue(value: Json): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** What makes an observation worth writing down: a verdict that is another than before. */
function statuses(verdicts: Record<string, Verdict>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(verdicts).map(([id, verdict]) => [
      id,
      verdict.status === 'fail' ? `fail ${verdict.finding.code}` : verdict.status,
    ]),
  );
}
