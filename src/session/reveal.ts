import type { Json } from '../json.ts';
import { expand } from '../lab/expand.ts';
import type { Operation, Step } from '../lab/lab.ts';
import type { Attempt } from './attempt.ts';
import { stepState } from './state.ts';

/** The number of the next hint of a step, counting from 0, written down; undefined when all were given. */
export async function revealHint(attempt: Attempt, step: Step): Promise<number | undefined> {
  const { hints } = stepState(attempt.state, step.id);
  if (hints >= step.hints.length) return undefined;
  await attempt.record({ type: 'hint', step: step.id, hint: hints });
  return hints;
}

/** A step's solution with its names and values filled in, written down as revealed. */
export async function revealSolution(attempt: Attempt, step: Step): Promise<string[]> {
  const [solution] = Object.entries(step.solutions);
  if (!solution) return [];
  const [name, operations] = solution;
  if (!stepState(attempt.state, step.id).revealed.includes(name)) {
    await attempt.record({ type: 'revealed', step: step.id, solution: name });
  }
  return operations.map((operation) => showOperation(operation, attempt));
}

/** An operation as a person would type or read it. */
export function showOperation(
  operation: Pick<Operation, 'uses' | 'with'>,
  { scope }: Pick<Attempt, 'scope'>,
): string {
  const given = expand<Record<string, Json>>({ ...operation.with }, scope);
  if (operation.uses === 'run') return String(given.run).trimEnd();
  return `${operation.uses} ${JSON.stringify(given)}`;
}
