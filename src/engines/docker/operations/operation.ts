import type Docker from 'dockerode';
import type { Performed, PerformOptions } from '../../engine.ts';
import { call } from '../call.ts';

/** What an operation works with. */
export interface Context {
  docker: Docker;
  options: PerformOptions;
  /** Calls the engine within what is left of the operation's deadline; `what` as one would type it. */
  call<T>(what: string, run: (signal: AbortSignal) => Promise<T>): Promise<T>;
}

/** Performs one kind of operation; `given` is its `with`, which the lab's schema has checked. */
export type Operate<With> = (context: Context, given: With) => Promise<Performed>;

export function buildContext(docker: Docker, options: PerformOptions): Context {
  const end = performance.now() + options.deadline;
  return {
    docker,
    options,
    call: (what, run) => {
      const deadline = Math.max(1, end - performance.now());
      return call(run, { deadline, signal: options.signal, what });
    },
  };
}

/** An operation that has no command and did what it should. */
export const done: Performed = {
  exit: 0,
  stdout: '',
  stderr: '',
  truncated: false,
  timedOut: false,
};
