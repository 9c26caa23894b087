import { mkdir } from 'node:fs/promises';
import type { Performed } from '../engines/engine.ts';
import { type CommandOptions, runCommand } from '../engines/shell/run-command.ts';
import type { Attempt } from './attempt.ts';

export type Commanding = Pick<
  CommandOptions,
  'terminal' | 'signal' | 'onOutput' | 'onInterruptible'
>;

/** Runs a line that the learner typed in a step, with the attempt's values; written down before and after. */
export async function performCommand(
  attempt: Attempt,
  step: string,
  line: string,
  commanding: Commanding,
): Promise<Performed> {
  const { place } = attempt;
  await mkdir(place.cwd, { recursive: true });
  const operation = attempt.nextOperation();
  const task = { uses: 'run', with: { run: line } };
  await attempt.record({ type: 'operation', operation, step, phase: 'command', ...task });
  const performed = await runCommand(line, {
    ...place,
    ...commanding,
    onProcess: (process) => attempt.record({ type: 'process', operation, process }),
  });
  await attempt.record({ type: 'performed', operation, ...performed });
  return performed;
}

/** The lines that the learner typed in this attempt, the last one first, each once. */
export function typedCommands({ journal }: Attempt): string[] {
  const typed = journal.entries.flatMap((entry) =>
    entry.type === 'operation' && entry.phase === 'command' ? [String(entry.with.run)] : [],
  );
  return [...new Set(typed.reverse())];
}
