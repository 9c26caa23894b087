/** The lines of Docker engines that this project's own tests run with. */
export const testedEngines: readonly string[] = ['20.10'];

/** Whether the tests run with engines of this version's line. */
export function isTested(version: string): boolean {
  return testedEngines.some((line) => version === line || version.startsWith(`${line}.`));
}
