import type { Cli } from './command.ts';
import { shellWord } from './shell-word.ts';

/** The lab as it was called, fit to be typed again. */
export function typedLab({ args }: Pick<Cli, 'args'>): string {
  return shellWord(args[0] ?? '');
}
