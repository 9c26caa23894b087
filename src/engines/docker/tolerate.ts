import { engineStatus } from './engine-error.ts';

/** The result of `run`, or undefined if the engine answered with one of these HTTP statuses. */
export async function tolerate<T>(
  statuses: readonly number[],
  run: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await run();
  } catch (error) {
    if (statuses.includes(engineStatus(error) ?? 0)) return undefined;
    throw error;
  }
}
