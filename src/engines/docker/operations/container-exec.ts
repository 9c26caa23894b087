import { exitCodes, Failure } from '../../../failure.ts';
import type { Performed } from '../../engine.ts';
import { deadlines } from '../deadlines.ts';
import { runExec } from './exec.ts';
import { hasTimeout } from './has-timeout.ts';
import { needObject } from './need-object.ts';
import { type Context, done, type Operate } from './operation.ts';

export interface ContainerExec {
  container: string;
  command: string[];
  /** Leave it running: no output, no exit code. */
  detach?: boolean;
}

/**
 * Runs a command in a container. An abort of the API call only detaches: the process goes on. So
 * the command runs under the image's own `timeout -s KILL`, if it has one; in an image without,
 * a command that outlives its deadline runs until it or its container ends.
 */
export const execInContainer: Operate<ContainerExec> = async (context, given) => {
  const id = await needObject(context, 'container', given.container);
  if (given.detach) return startDetached(context, id, given);
  const { deadline } = context.options;
  const what = `docker exec ${given.container} ${given.command.join(' ')}`;
  const wrapped = await hasTimeout(context, id, what);
  const seconds = Math.max(1, Math.ceil(deadline / 1000));
  const command = wrapped
    ? ['timeout', '-s', 'KILL', String(seconds), ...given.command]
    : given.command;
  const started = performance.now();
  const patience = wrapped ? seconds * 1000 + deadlines.execGrace : deadline;
  const outcome = await runExec(context, id, command, { patience, what });
  const killed = wrapped && outcome.exit === 137 && performance.now() - started >= seconds * 1000;
  return killed ? { ...outcome, exit: null, timedOut: true } : outcome;
};

async function startDetached(
  { call, docker }: Context,
  id: string,
  { container, command }: ContainerExec,
): Promise<Performed> {
  const what = `docker exec -d ${container} ${command.join(' ')}`;
  const exec = await call(what, (abortSignal) =>
    docker.getContainer(id).exec({ Cmd: command, abortSignal }),
  );
  await call(what, (abortSignal) => exec.start({ Detach: true, abortSignal }));
  const { ExitCode } = await call(what, (abortSignal) => exec.inspect({ abortSignal }));
  if (ExitCode !== 126 && ExitCode !== 127) return done;
  const words = `exit ${ExitCode}`;
  throw new Failure('docker.operation-failed', exitCodes.operation, { what, words });
}
