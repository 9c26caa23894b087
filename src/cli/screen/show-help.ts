import { columns } from '../columns.ts';
import { wrap } from '../markdown/wrap.ts';
import { labArgument } from './leave.ts';
import type { Screen } from './screen.ts';

const keys = ['$', 'a', 'h', 's', 'r', 'c', 't', 'l', 'n', 'q'] as const;

const names = {
  $: 'command',
  a: 'answer',
  h: 'hint',
  s: 'solution',
  r: 'reset',
  c: 'check',
  t: 'text',
  l: 'steps',
  n: 'next',
  q: 'quit',
} as const;

/** Prints what the keys do, and how to work from another terminal. */
export function showHelp(screen: Screen): void {
  const { block, style, cli } = screen;
  const { words } = cli;
  const width = block.columns;
  const rows = keys.map((key) => [key, words.say(`screen.help.${names[key]}`)] as const);
  block.print([
    style.bold(words.say('screen.help.title')),
    ...columns(rows, width).split('\n'),
    '',
    ...wrap(words.say('screen.help.elsewhere'), width),
    '',
    style.cyan(`eval "$(labs env ${labArgument(screen)})"`),
    '',
  ]);
}
