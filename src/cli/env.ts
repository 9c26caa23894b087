import { exitCodes, Failure } from '../failure.ts';
import { findHome } from '../home.ts';
import { environment } from '../lab/environment.ts';
import { scopeOf } from '../session/attempt.ts';
import { findCurrent, readState } from '../session/attempts.ts';
import type { Run } from './command.ts';
import { labId } from './lab-id.ts';

export const run: Run = async (cli) => {
  const lab = await labId(cli);
  const stored = await findCurrent(findHome(cli.env).data, lab);
  if (!stored)
    throw new Failure('session.no-attempt', exitCodes.usage, { lab: cli.args[0] ?? lab });
  const values = environment(scopeOf(await readState(stored.folder)));
  if (cli.wantsJson) cli.json(values);
  else
    for (const [name, value] of Object.entries(values)) cli.out(`export ${name}=${quote(value)}`);
  return exitCodes.done;
};

/** For a POSIX shell's eval: nothing inside single quotes is special but the quote itself. */
function quote(value: string): string {
  return `'${value.replaceAll("'", `'\\''`)}'`;
}
