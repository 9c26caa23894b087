import type { CheckKind } from '../../checks/check.ts';
import type { Json } from '../../json.ts';
import type { Step } from '../lab.ts';

/**
 * A check that compares with an earlier step needs its fact from there: where nothing of that step
 * observes it, it is added to what the step records.
 */
export function recordEarlier(
  steps: readonly Step[],
  kinds: Readonly<Record<string, CheckKind>>,
): Step[] {
  const wanted = steps.flatMap(({ checks }) =>
    checks.filter(({ uses }) => uses === 'changed').map((check) => check.with),
  );
  return steps.map((step) => {
    const seen = new Set(observedBy(step, kinds));
    const facts = wanted.filter(({ before }) => before === step.id).map(({ fact }) => String(fact));
    const missing = [...new Set(facts)].filter((fact) => !seen.has(fact));
    if (missing.length === 0) return step;
    return { ...step, observe: [...step.observe, ...missing.map((fact) => ({ fact }))] };
  });
}

function observedBy(step: Step, kinds: Readonly<Record<string, CheckKind>>): string[] {
  return [
    ...step.checks.flatMap(({ uses, with: given }) => {
      const kind = kinds[uses] as CheckKind<Record<string, Json>> | undefined;
      return kind?.probes(given).map(({ address }) => address) ?? [];
    }),
    ...step.observe.map(({ fact }) => fact),
    ...step.questions.flatMap(({ answer }) => ('fact' in answer ? [answer.fact] : [])),
  ];
}
