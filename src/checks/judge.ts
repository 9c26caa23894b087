import type { Fact, Probe } from '../facts/fact.ts';
import type { Json } from '../json.ts';
import type { CheckKind, Verdict } from './check.ts';

/** Of a fact, what a judgement looks at. */
type Seen = Pick<Fact, 'value' | 'unobserved'>;

/** What was observed: the facts of one observation by address, and those of earlier ones. */
export interface Evidence {
  facts: ReadonlyMap<string, Seen>;
  /** The fact as it was in the observation that made `step` pass; undefined if it never did. */
  before(step: string, address: string): Seen | undefined;
}

/** The facts that a check needs; `given` is its `with`, expanded. */
export function probesOf(kind: CheckKind<never>, given: Record<string, Json>): Probe[] {
  return kind.probes(given as never);
}

/**
 * Judges one check, on the learner's machine as at the mentor's desk. A fact that could not be had
 * makes the verdict an `error`, never a pass: its code is that of `unobserved`, or `missing` when
 * the observation has no such fact at all.
 */
export function judge(
  kind: CheckKind<never>,
  given: Record<string, Json>,
  evidence: Evidence,
): Verdict {
  const addresses = probesOf(kind, given).map(({ address }) => address);
  const error = findUnobserved(addresses, evidence.facts);
  if (error) return error;
  const finding = kind.judge(given as never, {
    value(address) {
      const seen = addresses.includes(address) ? evidence.facts.get(address) : undefined;
      if (!seen) throw new Error(`${kind.uses} looks at ${address}, which its probes do not name`);
      return seen.value;
    },
    before: (step, address) => evidence.before(step, address),
  });
  return finding ? { status: 'fail', finding } : { status: 'pass' };
}

/** The first of the facts that could not be had. */
export function findUnobserved(
  addresses: readonly string[],
  facts: ReadonlyMap<string, Seen>,
): Verdict | undefined {
  for (const at of addresses) {
    const fact = facts.get(at);
    if (!fact) return { status: 'error', at, code: 'missing', detail: '' };
    if (fact.unobserved) return { status: 'error', at, ...fact.unobserved };
  }
  return undefined;
}
