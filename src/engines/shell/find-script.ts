import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The command line of script(1) that runs `line` in `shell` on a terminal of its own. */
export type ScriptCommand = (shell: string, line: string) => string[];

/**
 * How this system's script(1) is called; undefined where there is none that will do. That of
 * util-linux takes the line and finds the shell in `SHELL`; that of BSD and macOS takes a program.
 */
export async function findScript(): Promise<ScriptCommand | undefined> {
  if (process.platform === 'darwin' || process.platform.endsWith('bsd')) {
    return (shell, line) => ['script', '-q', '/dev/null', shell, '-c', line];
  }
  // BusyBox has a script(1) too, which does not hand the exit code on.
  const { stdout } = await promisify(execFile)('script', ['--version']).catch(() => ({
    stdout: '',
  }));
  if (!stdout.includes('util-linux')) return undefined;
  return (_shell, line) => ['script', '-qefc', line, '/dev/null'];
}
