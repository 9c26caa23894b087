import { runExec } from './exec.ts';
import type { Context } from './operation.ts';

/** By the container's id; one engine's ids are never another's. */
const known = new Map<string, boolean>();

/** Whether `timeout -s KILL 5 …` works in a container: found out by trying, once. */
export async function hasTimeout(context: Context, id: string, what: string): Promise<boolean> {
  const before = known.get(id);
  if (before !== undefined) return before;
  const silent = { ...context, options: { ...context.options, onOutput: () => undefined } };
  const command = ['timeout', '-s', 'KILL', '5', 'true'];
  const { exit } = await runExec(silent, id, command, { patience: 10_000, what });
  known.set(id, exit === 0);
  return exit === 0;
}
