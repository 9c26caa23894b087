import type { Needs } from '../lab.ts';
import type { Cursor } from '../yaml/cursor.ts';

export function buildNeeds(needs: Cursor): Needs {
  const { docker, kubernetes, capabilities } = (needs.value ?? {}) as Partial<Needs>;
  return {
    ...(docker === undefined ? {} : { docker }),
    ...(kubernetes === undefined ? {} : { kubernetes }),
    capabilities: capabilities ?? [],
  };
}
