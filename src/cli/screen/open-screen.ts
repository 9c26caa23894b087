import type { Session } from '../../session/session.ts';
import type { Cli } from '../command.ts';
import { makeStyle } from '../style.ts';
import { Keyboard } from './keyboard.ts';
import { LiveBlock } from './live-block.ts';
import type { Screen } from './screen.ts';

const ignore = () => undefined;

/** Takes the terminal. Whatever happens, `close` or the end of the process leaves it as it was. */
export function openScreen(cli: Cli, session: Session): Screen & { close(): void } {
  const { stdin, stdout } = process;
  const keyboard = new Keyboard(stdin);
  const block = new LiveBlock(stdout);
  const restore = () => {
    block.close();
    keyboard.release();
  };
  process.once('exit', restore);
  // A terminal that has gone away cannot be used; the signal that tells so ends the run.
  for (const stream of [stdin, stdout]) stream.on('error', ignore);
  return {
    cli,
    session,
    style: makeStyle(cli.terminal.color),
    keyboard,
    block,
    close: () => {
      restore();
      process.off('exit', restore);
      for (const stream of [stdin, stdout]) stream.off('error', ignore);
    },
  };
}
