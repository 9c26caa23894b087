import type { Verdict } from '../../src/checks/check.ts';
import { type Evidence, judge } from '../../src/checks/judge.ts';
import { loadCheckKind } from '../../src/checks/kinds/index.ts';
import type { Json } from '../../src/json.ts';

export type Facts = Readonly<Record<string, unknown>>;

/** Evidence of one observation, and of the one in which the step `first` passed. */
export function evidenceOf(facts: Facts, first: Facts = {}): Evidence {
  const wrap = (values: Facts) =>
    new Map(Object.entries(values).map(([address, value]) => [address, { value: value as Json }]));
  const [now, then] = [wrap(facts), wrap(first)];
  return {
    facts: now,
    before: (step, address) => (step === 'first' ? then.get(address) : undefined),
  };
}

export async function verdictOf(
  uses: string,
  given: Readonly<Record<string, unknown>>,
  facts: Facts,
  first: Facts = {},
): Promise<Verdict> {
  const kind = await loadCheckKind(uses);
  if (!kind) throw new Error(`no kind ${uses}`);
  return judge(kind, given as Record<string, Json>, evidenceOf(facts, first));
}
