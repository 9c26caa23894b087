import { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { Failure } from '../../../failure.ts';
import type { Performed } from '../../engine.ts';
import { call } from '../call.ts';
import { captureOutput } from './captured-output.ts';
import type { Context } from './operation.ts';

/**
 * Runs a command in a container, without a terminal. After `patience` ms it is no longer waited
 * for, and what it has said by then is the outcome. A program that is not there is exit 126 or 127,
 * and the runtime's words about it come on stdout.
 */
export async function runExec(
  { docker, options }: Context,
  id: string,
  command: string[],
  { patience, what }: { patience: number; what: string },
): Promise<Performed> {
  const stdout = captureOutput((text) => options.onOutput?.(text, 'stdout'));
  const stderr = captureOutput((text) => options.onOutput?.(text, 'stderr'));
  const run = async (abortSignal: AbortSignal) => {
    const exec = await docker
      .getContainer(id)
      .exec({ Cmd: command, AttachStdout: true, AttachStderr: true, abortSignal });
    const source = await exec.start({ abortSignal });
    docker.modem.demuxStream(source, sink(stdout.write), sink(stderr.write));
    // The demultiplexer never ends its outputs: what ends is the source.
    await finished(source, { writable: false });
    return (await exec.inspect({ abortSignal })).ExitCode;
  };
  try {
    const exit = await call(run, { deadline: patience, signal: options.signal, what });
    return outcome(exit, false);
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'docker.deadline') throw error;
    return outcome(null, true);
  }

  function outcome(exit: number | null, timedOut: boolean): Performed {
    const truncated = stdout.truncated() || stderr.truncated();
    return { exit, stdout: stdout.text(), stderr: stderr.text(), truncated, timedOut };
  }
}

function sink(keep: (chunk: Buffer) => void): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, next) {
      keep(chunk);
      next();
    },
  });
}
