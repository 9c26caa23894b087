import { findHome } from '../home.ts';
import type { Attempt } from '../session/attempt.ts';
import { openSession, type Session } from '../session/session.ts';
import type { Cli } from './command.ts';
import { readRequestedLab } from './requested-lab.ts';
import { askTrust } from './trust.ts';

/** Opens the lab of the command line on the learner's engines; what has to be made first is told. */
export async function openRequestedSession(
  cli: Cli,
  command: string,
  { looks = false } = {},
): Promise<Session> {
  const { lab, trusted } = await readRequestedLab(cli);
  const home = findHome(cli.env);
  if (!trusted) await askTrust(cli, lab, home.data);
  const session = await openSession({
    lab,
    home,
    env: cli.env,
    command: `labs ${command} ${cli.args.join(' ')}`.trim(),
    signal: cli.signal,
    looks,
    onProgress: (way, line) => {
      if (line === undefined) cli.err(cli.words.say(`cli.toolbox.${way}`));
    },
  });
  tellRecovered(cli, session.attempt);
  return session;
}

/** Says what a crash or a full disk has cost, in the run that finds it. */
export function tellRecovered(cli: Cli, { journal }: Attempt): void {
  if (journal.dropped > 0) cli.err(cli.words.say('cli.recovered', { count: journal.dropped }));
}
