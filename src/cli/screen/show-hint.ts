import { revealHint } from '../../session/reveal.ts';
import { parseMarkdown, renderMarkdown } from '../markdown/render-markdown.ts';
import { sayText } from './print-step.ts';
import type { StepRun } from './step-run.ts';

/** Prints the next hint; that it was shown is written down first. */
export async function showHint({ screen, step, view }: StepRun): Promise<void> {
  const { session, block, style, cli } = screen;
  const number = await revealHint(session.attempt, step);
  const hint = number === undefined ? undefined : step.hints[number];
  if (number === undefined || !hint) {
    view.notice = cli.words.say('screen.hint.none');
    return;
  }
  const title = cli.words.say('screen.hint.title', {
    number: number + 1,
    total: step.hints.length,
  });
  const text = await parseMarkdown(sayText(screen, hint));
  block.print([style.bold(title), ...renderMarkdown(text, { width: block.columns, style }), '']);
}
