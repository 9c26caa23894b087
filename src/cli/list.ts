import { exitCodes } from '../failure.ts';
import { listLabs } from '../lab/list-labs.ts';
import { textIn } from '../lab/text-in.ts';
import { columns } from './columns.ts';
import type { Run } from './command.ts';
import { makeVisible } from './markdown/make-visible.ts';
import { wrap } from './markdown/wrap.ts';

export const run: Run = async (cli) => {
  const labs = await listLabs(cli.env);
  if (cli.wantsJson) {
    cli.json({ labs: labs.map((lab) => ({ ...lab })) });
    return exitCodes.done;
  }
  const { words, terminal } = cli;
  for (const { id, title, summary, steps, minutes } of labs) {
    const size = words.say('cli.list.size', { steps, minutes });
    const head = makeVisible(`${id}  ${textIn(title, words.language)}  ${size}`);
    for (const line of wrap(head, terminal.columns)) cli.out(line);
    cli.out(columns([['', makeVisible(textIn(summary, words.language))]], terminal.columns));
  }
  if (labs.length > 0) cli.out('');
  const next = words.say('cli.list.next', { lab: labs[0]?.id ?? 'LAB' });
  for (const line of wrap(next, terminal.columns)) cli.out(line);
  return exitCodes.done;
};
