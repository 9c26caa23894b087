import { findHome } from '../home.ts';
import { findAttempts } from '../session/attempts.ts';
import type { Cli } from './command.ts';
import { readRequestedLab } from './requested-lab.ts';

/**
 * The id of the lab that a command is about. What works from the journal alone (`env`, `clean`,
 * `status`) must do so when the lab's files are gone: an id that has attempts is taken as it is.
 */
export async function labId(cli: Cli): Promise<string> {
  const [name = ''] = cli.args;
  // A path has no attempts, whatever folder of the state's it may lead to.
  const isName = /^[a-z0-9][a-z0-9-]*$/.test(name);
  if (isName && (await findAttempts(findHome(cli.env).data, name)).length > 0) return name;
  return (await readRequestedLab(cli)).lab.id;
}
