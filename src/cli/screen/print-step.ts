import { expandText } from '../../lab/expand.ts';
import type { Step, Text } from '../../lab/lab.ts';
import { textIn } from '../../lab/text-in.ts';
import { makeVisible } from '../markdown/make-visible.ts';
import { parseMarkdown, renderMarkdown } from '../markdown/render-markdown.ts';
import { wrap } from '../markdown/wrap.ts';
import type { Screen } from './screen.ts';

/** Prints where the learner is and the step's text; it stays in the terminal's own scrollback. */
export async function printStep(screen: Screen, step: Step): Promise<void> {
  const { block, session, style, cli } = screen;
  const { steps, title } = session.lab;
  const place = cli.words.say('screen.place', {
    lab: say(screen, title),
    number: steps.indexOf(step) + 1,
    total: steps.length,
  });
  const text = await parseMarkdown(sayText(screen, step.text));
  block.printFitted((width) => [
    '',
    ...wrap(place, width).map(style.dim),
    ...wrap(say(screen, step.title), width).map((line) => style.bold(style.cyan(line))),
    '',
    ...renderMarkdown(text, { width, style }),
    '',
  ]);
}

/** A short text of the lab on one line, fit for the terminal. */
export function say(screen: Screen, text: Text): string {
  return makeVisible(sayText(screen, text)).replace(/\s+/g, ' ').trim();
}

/** A text of the lab in the learner's language, with its names and values; not yet fit for the terminal. */
export function sayText({ session, cli }: Screen, text: Text): string {
  return expandText(textIn(text, cli.words.language), session.attempt.scope);
}
