import { wrap } from '../markdown/wrap.ts';
import { typedLab } from '../typed-lab.ts';
import type { Screen } from './screen.ts';

/** Says that nothing is lost, and how to go on or to clean up. */
export function sayGoodbye(screen: Screen): void {
  const { block, cli, style } = screen;
  const { words } = cli;
  const lab = labArgument(screen);
  block.print([
    '',
    ...wrap(words.say('screen.quit.kept'), block.columns),
    `  ${style.bold(`labs start ${lab}`)}`,
    ...wrap(words.say('screen.quit.clean'), block.columns),
    `  ${style.bold(`labs clean ${lab}`)}`,
  ]);
}

/** The lab as the learner called it: its id, or the way to its folder. */
export function labArgument({ cli, session }: Screen): string {
  return cli.args[0] === undefined ? session.lab.id : typedLab(cli);
}
