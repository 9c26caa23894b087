import { exitCodes, Failure } from '../failure.ts';
import { findHome } from '../home.ts';
import { environment } from '../lab/environment.ts';
import { scopeOf } from '../session/attempt.ts';
import { findCurrent, readState } from '../session/attempts.ts';
import type { Run } from './command.ts';
import { labId } from './lab-id.ts';
import { requireEngine } from './require-engine.ts';
import { quoteWord } from './shell-word.ts';
import { typedLab } from './typed-lab.ts';

export const run: Run = async (cli) => {
  const lab = await labId(cli);
  // What the values name is on the engine: a terminal that works on without it is of no use.
  await requireEngine(cli);
  const stored = await findCurrent(findHome(cli.env).data, lab);
  if (!stored) throw new Failure('session.no-attempt', exitCodes.usage, { lab: typedLab(cli) });
  const values = environment(scopeOf(await readState(stored.folder)));
  if (cli.wantsJson) cli.json(values);
  else
    for (const [name, value] of Object.entries(values))
      cli.out(`export ${name}=${quoteWord(value)}`);
  return exitCodes.done;
};
