import type { Draft } from '../draft.ts';
import { scanScript } from '../script/scan-script.ts';
import { checksOf, operationsOf, stepsOf } from '../walk.ts';

/** Every placeholder of a script stands where a reference to the environment can stand. */
export function checkScripts({ lab, problems }: Draft): void {
  const operations = operationsOf(lab).flatMap((operation) => [
    operation.get('run'),
    operation.get('with').get('run'),
  ]);
  const checks = stepsOf(lab).flatMap(checksOf);
  for (const script of [...operations, ...checks.map((check) => check.get('with').get('run'))]) {
    const seen = new Map<string, number>();
    for (const { raw, refused } of scanScript(script.text ?? '')) {
      const nth = seen.get(raw) ?? 0;
      seen.set(raw, nth + 1);
      if (refused) problems.add(script.positionOf(raw, nth), `script-${refused}`, { found: raw });
    }
  }
}
