import type { Performed, ProcessMark } from '../engine.ts';
import { OutputHead } from './output.ts';
import { endProcess, findProcess } from './process-mark.ts';

export interface ScriptOptions {
  env: Record<string, string>;
  cwd: string;
  signal: AbortSignal;
  /** Milliseconds after which the script and all that it started is killed. */
  deadline: number;
  /** Called with the process before the script's first command; it waits until this resolves. */
  onProcess?: ((process: ProcessMark) => Promise<void>) | undefined;
  onOutput?: ((chunk: string, stream: 'stdout' | 'stderr') => void) | undefined;
}

/**
 * The script waits for a line on stdin before its first command. So its process can be written
 * down first, and a runner that is killed in between leaves a shell that reads the end and goes.
 */
const gate = 'IFS= read -r _ || exit 125; exec </dev/null; set -e;\n';

/**
 * Runs a bash script (3.2 or later) in a process group of its own. A script that fails, times out
 * or is aborted is an outcome; only a bash that cannot be started throws.
 */
export async function runScript(script: string, options: ScriptOptions): Promise<Performed> {
  const { $ } = await import('zx/core');
  const shell = $({
    prefix: gate,
    shell: 'bash',
    detached: true,
    nothrow: true,
    quiet: true,
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const child = shell([script] as unknown as TemplateStringsArray);
  const mark = child.pid === undefined ? undefined : await findProcess(child.pid);
  const end = () => mark && endProcess(mark);
  const stdout = new OutputHead(child.stdout, end, (text) => options.onOutput?.(text, 'stdout'));
  const stderr = new OutputHead(child.stderr, end, (text) => options.onOutput?.(text, 'stderr'));
  // A shell that was ended before its line came reads it no more: that is no error of the runner.
  child.stdin.on('error', () => {});
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    void end();
  }, options.deadline);
  options.signal.addEventListener('abort', end, { once: true });
  try {
    if (mark) await options.onProcess?.(mark);
    if (options.signal.aborted) await end();
    child.stdin.end('go\n');
    const { exitCode, signal } = await child;
    return {
      exit: signal ? null : exitCode,
      stdout: stdout.text(),
      stderr: stderr.text(),
      truncated: stdout.truncated || stderr.truncated,
      timedOut,
    };
  } finally {
    clearTimeout(timer);
    options.signal.removeEventListener('abort', end);
  }
}
