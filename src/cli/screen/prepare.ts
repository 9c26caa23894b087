import { type ExitCode, Failure } from '../../failure.ts';
import type { Performing } from '../../session/perform.ts';
import { showOperation } from '../../session/reveal.ts';
import { makeVisible } from '../markdown/make-visible.ts';
import type { Screen } from './screen.ts';
import { tellFailure } from './tell-failure.ts';

/** What came of preparing: its result, or that the learner left after a failure. */
export type Prepared<T> = { done: T } | { left: ExitCode };

/**
 * Has the runner work on the lab and shows what it does. When that fails the learner is told why,
 * and may try again once it is mended. Ctrl-C is a signal meanwhile: the terminal is as usual.
 */
export async function prepare<T>(
  screen: Screen,
  work: (performing: Performing) => Promise<T>,
): Promise<Prepared<T>> {
  for (;;) {
    try {
      return { done: await workShown(screen, work) };
    } catch (error) {
      screen.cli.signal.throwIfAborted();
      if (!(error instanceof Failure)) throw error;
      tellFailure(screen, error);
      if (!(await askAgain(screen))) return { left: error.exit };
    }
  }
}

async function workShown<T>(
  { cli, session, style, block, keyboard }: Screen,
  work: (performing: Performing) => Promise<T>,
): Promise<T> {
  block.hide();
  block.forget();
  keyboard.release();
  const { default: ora } = await import('ora');
  const text = cli.words.say('screen.preparing');
  const color = cli.terminal.color ? 'cyan' : false;
  const spinner = ora({ text, color, stream: process.stdout, discardStdin: false }).start();
  try {
    return await work({
      engines: session.engines,
      signal: cli.signal,
      onStart: (task, phase) => {
        if (phase === 'capture') return;
        spinner.stop();
        const lines = makeVisible(showOperation(task, session.attempt)).split('\n');
        block.print(lines.map((line) => style.dim(`    ${line}`)));
        spinner.start();
      },
    });
  } finally {
    spinner.stop();
  }
}

async function askAgain({ cli, block, keyboard, style }: Screen): Promise<boolean> {
  const said = cli.words.say('screen.again');
  keyboard.hold();
  block.show(() => [style.bold(said)]);
  try {
    for (;;) {
      const { name } = await keyboard.next(cli.signal);
      if (name === 'enter') return true;
      if (['q', 'ctrl-c', 'ctrl-d'].includes(name)) return false;
    }
  } finally {
    block.hide();
    keyboard.release();
  }
}
