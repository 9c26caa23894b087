import type { StepRun } from './step-run.ts';

/** Asks in the block for one key; whatever is not a yes is a no. */
export async function confirm(run: StepRun, question: string): Promise<boolean> {
  const { keyboard, block } = run.screen;
  run.view.notice = question;
  block.refresh();
  const { name } = await keyboard.next(run.signal);
  run.view.notice = '';
  // Enter goes on to the next step: pressed once too often, it must not remove work.
  return name === 'y';
}
