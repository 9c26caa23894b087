import type { Scope } from './scope.ts';

/** The environment that `run` scripts find the lab's names and values in. */
export function environment(scope: Scope): Record<string, string> {
  return Object.fromEntries(
    Object.entries(scope).flatMap(([group, values]) =>
      Object.entries(values as Record<string, string>).map(([key, value]) => [
        variableOf(group, key),
        value,
      ]),
    ),
  );
}

/** `names.web-a` is `LABS_NAMES_WEB_A`. */
export function variableOf(group: string, key: string): string {
  return `LABS_${group}_${key}`.toUpperCase().replaceAll('-', '_');
}
