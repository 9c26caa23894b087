import { connectEngines } from '../engines/engines.ts';
import type { Cli } from './command.ts';

/** A Failure with exit 3 if no engine answers: without it nothing more can be told or done. */
export async function requireEngine({ env, signal }: Cli): Promise<void> {
  const engines = await connectEngines(env, { attempt: '', lab: '', step: '' }, signal);
  await engines.close();
}
