import type Docker from 'dockerode';
import { exitCodes, Failure } from '../../failure.ts';
import { labels } from '../engine.ts';
import { call } from './call.ts';
import { type Change, parseChange } from './change.ts';
import { deadlines } from './deadlines.ts';
import { engineFailure } from './engine-error.ts';
import { lines } from './lines.ts';

const what = 'docker events';

/**
 * What happens on the engine from now on, without the doings of the runner's own helper: the
 * re-check that a change sets off must not set itself off. Ends when `signal` is aborted; throws
 * `docker.lost` when the engine goes away. Coming back is the caller's choice.
 */
export function changes(docker: Docker, signal: AbortSignal): AsyncIterable<Change> {
  const stream = open(docker, signal);
  // Whoever never asks for a change must not fall over a stream that could not be opened.
  stream.catch(() => undefined);
  return read(docker, stream, signal);
}

/** No label filter: with one, the engine sends no events of networks. */
function open(docker: Docker, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
  const options = { deadline: deadlines.connect, signal, what };
  return call(
    async () =>
      (await docker.getEvents({ abortSignal: signal })) as AsyncIterable<Uint8Array> &
        NodeJS.ReadableStream,
    options,
  );
}

async function* read(
  docker: Docker,
  stream: Promise<AsyncIterable<Uint8Array>>,
  signal: AbortSignal,
): AsyncGenerator<Change> {
  try {
    const chunks = await stream;
    const helpers = await findHelpers(docker, signal);
    for await (const line of lines(chunks)) {
      const change = parseChange(line);
      if (change && !isHelpers(change, helpers)) yield change;
    }
  } catch (error) {
    // An abort ends the stream with ECONNRESET, as a lost engine does.
    if (signal.aborted) return;
    throw engineFailure(error, what);
  }
  if (!signal.aborted) throw new Failure('docker.lost', exitCodes.engine, { what, words: '' });
}

/** A network's events name the container by id only; a helper's are known by what it said before. */
function isHelpers(change: Change, helpers: Set<string>): boolean {
  if (change.kind === 'container' && change.labels[labels.role] === 'helper') {
    helpers.add(change.id);
    return true;
  }
  return change.container !== undefined && helpers.has(change.container);
}

async function findHelpers(docker: Docker, signal: AbortSignal): Promise<Set<string>> {
  const filters = { label: [`${labels.role}=helper`] };
  const found = await call(
    (abortSignal) => docker.listContainers({ all: true, filters, abortSignal }),
    { deadline: deadlines.look, signal, what: 'docker ps -a' },
  );
  return new Set(found.map(({ Id }) => Id));
}
