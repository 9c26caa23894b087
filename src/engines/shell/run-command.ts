import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Performed, ProcessMark } from '../engine.ts';
import { findScript } from './find-script.ts';
import { OutputHead } from './output.ts';
import { findProcess } from './process-mark.ts';

export interface CommandOptions {
  env: Record<string, string>;
  cwd: string;
  /** Whether stdin is a terminal, which the command may have. */
  terminal: boolean;
  /** Ends the command: the runner is told to go. */
  signal: AbortSignal;
  /** Called with the process before the command starts; it waits until this resolves. */
  onProcess(process: ProcessMark): Promise<void>;
  onOutput(chunk: string, stream: 'stdout' | 'stderr'): void;
  /** Hands over what Ctrl-C is to do, where the command does not have the terminal itself. */
  onInterruptible(interrupt: () => void): void;
}

/** Waits on descriptor 3 before the command, so that its process can be written down first. */
const gate = 'IFS= read -r _ <&3 || exit 125; exec 3<&-; exec "$@"';

/**
 * Runs a line that a learner typed in the learner's own shell, without a deadline. On a terminal it
 * gets a terminal of its own through script(1): then `docker exec -it` and colours work, and its
 * output arrives as one stream. Elsewhere it has no input, and two.
 */
export async function runCommand(line: string, options: CommandOptions): Promise<Performed> {
  const shell = process.env.SHELL || '/bin/sh';
  const script = options.terminal ? await findScript() : undefined;
  const command = script ? script(shell, line) : [shell, '-c', line];
  const child = spawn('/bin/sh', ['-c', gate, 'sh', ...command], {
    cwd: options.cwd,
    env: { ...process.env, SHELL: shell, ...options.env },
    stdio: [script ? 'inherit' : 'ignore', 'pipe', 'pipe', 'pipe'],
    // With the terminal it must stay in the group that the terminal serves.
    detached: script === undefined,
  });
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  const { pid } = child;
  // A shell that could not be started ends `ended` with the error.
  if (pid === undefined)
    throw await ended.then(
      () => undefined,
      (error) => error,
    );
  const send = (signal: NodeJS.Signals) => kill(script ? pid : -pid, signal);
  if (!script) options.onInterruptible(() => send('SIGINT'));
  const heads = watchOutput(child.stdout as Readable, child.stderr as Readable, options);
  // When script(1) goes, its terminal hangs up on all that runs there; it would take its time itself.
  const end = () => (script ? send('SIGKILL') : endSoon(send, ended));
  options.signal.addEventListener('abort', end, { once: true });
  try {
    const mark = await findProcess(pid);
    if (mark) await options.onProcess(mark);
    openGate(child.stdio[3] as Writable);
    if (options.signal.aborted) end();
    const [exit] = await ended;
    return { exit, ...heads(), timedOut: false };
  } finally {
    // A gate that was not opened lets nothing through.
    child.stdio[3]?.destroy();
    options.signal.removeEventListener('abort', end);
  }
}

function openGate(gateway: Writable): void {
  // A command that is ended before it began reads nothing.
  gateway.on('error', () => undefined);
  gateway.end('go\n');
}

/** How long a command that is told to end may take, in milliseconds. */
const grace = 2000;

function endSoon(send: (signal: NodeJS.Signals) => void, ended: Promise<unknown>): void {
  send('SIGTERM');
  const timer = setTimeout(() => send('SIGKILL'), grace);
  void ended.finally(() => clearTimeout(timer)).catch(() => undefined);
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in between.
  }
}

function watchOutput(stdout: Readable, stderr: Readable, { onOutput }: CommandOptions) {
  // Nothing is ended for printing much: the learner sees it, and has Ctrl-C.
  const never = () => undefined;
  const out = new OutputHead(stdout, never, (text) => onOutput(text, 'stdout'));
  const err = new OutputHead(stderr, never, (text) => onOutput(text, 'stderr'));
  return () => ({
    // A terminal ends its lines with two characters.
    stdout: out.text().replaceAll('\r\n', '\n'),
    stderr: err.text(),
    truncated: out.truncated || err.truncated,
  });
}
