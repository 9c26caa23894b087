import { mkdir } from 'node:fs/promises';
import type { Performed, Task } from '../engines/engine.ts';
import type { Engines } from '../engines/engines.ts';
import type { JournalRecord } from '../journal/entry.ts';
import { bindScript } from '../lab/bind-script.ts';
import { expand } from '../lab/expand.ts';
import type { Operation } from '../lab/lab.ts';
import type { Scope } from '../lab/scope.ts';
import type { Attempt } from './attempt.ts';

export type Phase = Extract<JournalRecord, { type: 'operation' }>['phase'];

/** How an operation is performed and who hears of it. */
export interface Performing {
  engines: Engines;
  signal: AbortSignal;
  /** Called before an operation starts, with what a person would read of it. */
  onStart?(task: Task, phase: Phase): void;
  onOutput?(chunk: string, stream: 'stdout' | 'stderr'): void;
}

/** How long one operation may take, in milliseconds. */
const deadline = 120_000;

/** Performs one operation of a step, written down before and after. */
export async function perform(
  attempt: Attempt,
  step: string,
  phase: Phase,
  operation: Pick<Operation, 'uses' | 'with'>,
  { engines, signal, onStart, onOutput }: Performing,
): Promise<Performed> {
  const shown = expand({ ...operation.with }, attempt.scope);
  onStart?.({ uses: operation.uses, with: shown }, phase);
  const number = attempt.nextOperation();
  const { place } = attempt;
  await mkdir(place.cwd, { recursive: true });
  await attempt.record({
    type: 'operation',
    operation: number,
    step,
    phase,
    uses: operation.uses,
    with: shown,
  });
  const performed = await engines.perform(bindTask(operation, attempt.scope, phase), {
    ...place,
    owner: { attempt: attempt.id, lab: attempt.state.opening?.lab ?? '', step },
    signal,
    deadline,
    onProcess: (process) => attempt.record({ type: 'process', operation: number, process }),
    ...(onOutput ? { onOutput } : {}),
  });
  await attempt.record({ type: 'performed', operation: number, ...performed });
  return performed;
}

/** A script gets its values through its environment; everything else gets them filled in. */
function bindTask(operation: Pick<Operation, 'uses' | 'with'>, scope: Scope, phase: Phase): Task {
  const isScript = operation.uses === 'run' && phase !== 'command';
  if (!isScript) return { uses: operation.uses, with: expand({ ...operation.with }, scope) };
  return { uses: 'run', with: { run: bindScript(String(operation.with.run)) } };
}
