import { exitCodes } from '../failure.ts';
import { listLabs } from '../lab/list-labs.ts';
import { textIn } from '../lab/text-in.ts';
import type { Run } from './command.ts';

export const run: Run = async (cli) => {
  const labs = await listLabs(cli.env);
  if (cli.wantsJson) {
    cli.json({ labs: labs.map((lab) => ({ ...lab })) });
    return exitCodes.done;
  }
  for (const lab of labs) {
    const { language } = cli.words;
    const size = cli.words.say('cli.list.size', { steps: lab.steps, minutes: lab.minutes });
    cli.out(`${lab.id}  ${textIn(lab.title, language)}  ${size}`);
    const { columns } = await import('./columns.ts');
    cli.out(columns([['', textIn(lab.summary, language)]], cli.terminal.columns));
  }
  cli.out('');
  cli.out(cli.words.say('cli.list.next', { lab: labs[0]?.id ?? 'LAB' }));
  return exitCodes.done;
};
