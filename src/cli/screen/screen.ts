import type { Session } from '../../session/session.ts';
import type { Cli } from '../command.ts';
import type { Style } from '../style.ts';
import type { Keyboard } from './keyboard.ts';
import type { LiveBlock } from './live-block.ts';

/** The terminal of one interactive run: its keys, its block, and the lab that is shown on it. */
export interface Screen {
  cli: Cli;
  session: Session;
  style: Style;
  keyboard: Keyboard;
  block: LiveBlock;
}
