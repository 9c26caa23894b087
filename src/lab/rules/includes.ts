import { isDeepStrictEqual } from 'node:util';
import { buildNames, buildVars } from '../build/build-lab.ts';
import type { Draft } from '../draft.ts';

/** What an included step brings fits what is there: its names and vars, and the step it goes on from. */
export function checkIncludes({ lab, included, problems }: Draft): void {
  const steps = lab.get('steps').items();
  const ids = steps.map((step) => included.get(step.pointer)?.id ?? step.get('id').text);
  const known = new Map<string, { value: unknown; from: string }>();
  const own = { names: buildNames(lab.get('names')), vars: buildVars(lab.get('vars')) };
  for (const [key, value] of entriesOf(own)) known.set(key, { value, from: 'lab.yaml' });
  steps.forEach((item, place) => {
    const brought = included.get(item.pointer);
    if (!brought) return;
    const include = item.get('include');
    for (const [found, value] of entriesOf(brought)) {
      const other = known.get(found);
      if (other && !isDeepStrictEqual(other.value, value)) {
        problems.add(include.position, 'include-conflict', { found, from: other.from });
      } else known.set(found, { value, from: include.text ?? '' });
    }
    for (const needed of stepsNeededBy(brought.step)) {
      if (!ids.slice(0, place).includes(needed)) {
        problems.add(include.position, 'include-needs', { found: brought.id, needed });
      }
    }
  });
}

function entriesOf({ names, vars }: { names: object; vars: object }): [string, unknown][] {
  const prefixed = (group: string, all: object) =>
    Object.entries(all).map(([key, value]): [string, unknown] => [`${group}.${key}`, value]);
  return [...prefixed('names', names), ...prefixed('vars', vars)];
}

function stepsNeededBy({
  from,
  checks,
}: {
  from?: string;
  checks: { uses: string; with: Record<string, unknown> }[];
}): string[] {
  const before = checks
    .filter(({ uses }) => uses === 'changed')
    .map((check) => String(check.with.before));
  return [...new Set([...(from === undefined ? [] : [from]), ...before])];
}
