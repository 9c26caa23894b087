import { performCommand, typedCommands } from '../../session/perform-command.ts';
import { holdInterrupt } from './hold-interrupt.ts';
import { readLine } from './read-line.ts';
import type { StepRun } from './step-run.ts';

/** Takes a line, runs it in the learner's shell and writes it down; the terminal is the command's meanwhile. */
export async function takeCommand(run: StepRun, pasted = ''): Promise<void> {
  await run.aside(async () => {
    const { cli, session, style } = run.screen;
    const line = await readLine({
      prompt: style.bold('$ '),
      history: typedCommands(session.attempt),
      text: joinLines(pasted),
      signal: cli.signal,
    });
    if (line === undefined) process.stdout.write('\n');
    else if (line.trim() !== '') await runLine(run, line);
  });
  run.watch.look();
}

async function runLine({ screen, step }: StepRun, line: string): Promise<void> {
  const { cli, session, style, block } = screen;
  let interrupt: () => void = () => undefined;
  let end = '\n';
  const giveBack = holdInterrupt(() => interrupt());
  try {
    const { exit } = await performCommand(session.attempt, step.id, line, {
      terminal: cli.terminal.interactive,
      signal: cli.signal,
      onOutput: (chunk) => {
        process.stdout.write(chunk);
        end = chunk.slice(-1);
      },
      onInterruptible: (given) => {
        interrupt = given;
      },
    });
    // The block begins on a line of its own.
    if (end !== '\n') process.stdout.write('\n');
    const code = exit === null ? 'screen.command.signal' : 'screen.command.exit';
    if (exit !== 0) block.print([style.yellow(cli.words.say(code, { exit }))]);
  } finally {
    giveBack();
  }
}

/** What is pasted becomes one line, as a shell would read it: it can be looked at before it runs. */
function joinLines(text: string): string {
  return text
    .trim()
    .replace(/\\[\r\n]+[ \t]*/g, '')
    .replace(/[\r\n]+/g, '; ')
    .replaceAll('\t', ' ');
}
