import { exitCodes, Failure } from '../../../failure.ts';
import type { EngineObject } from '../../engine.ts';
import { engineWords } from '../engine-error.ts';
import { lines } from '../lines.ts';
import { findObject } from '../objects.ts';
import { type Context, done, type Operate } from './operation.ts';

/** The image is on the engine afterwards; stdout says so if it had to be pulled. */
export const ensureImage: Operate<{ image: string }> = async (context, { image }) => {
  const brought = await bringImage(context, image);
  return brought ? { ...done, stdout: `pulled ${image}\n` } : done;
};

/** Pulls an image that is not there; undefined if it was. Throws `docker.pull-failed`. */
export async function bringImage(
  context: Context,
  image: string,
): Promise<EngineObject | undefined> {
  const { docker, options } = context;
  if (await findObject(docker, 'image', image, options.signal)) return undefined;
  await context.call(`docker pull ${image}`, (abortSignal) => pull(context, image, abortSignal));
  return findObject(docker, 'image', image, options.signal);
}

interface Progress {
  status?: string;
  id?: string;
  error?: string;
}

async function pull({ docker, options }: Context, image: string, abortSignal: AbortSignal) {
  // Without a tag this takes `latest`; the API itself would pull all tags there are.
  const stream = await docker.pull(image, { abortSignal }).catch((cause) => {
    throw pullFailed(image, engineWords(cause), cause);
  });
  for await (const line of lines(stream as AsyncIterable<Buffer> & NodeJS.ReadableStream)) {
    if (line.trim() === '') continue;
    const { error, id, status } = JSON.parse(line) as Progress;
    // The engine has said 200 by now: what goes wrong later stands in the stream.
    if (error !== undefined) throw pullFailed(image, error);
    options.onOutput?.(`${[id, status].filter(Boolean).join(': ')}\n`, 'stderr');
  }
}

function pullFailed(image: string, words: string, cause?: unknown): Failure {
  return new Failure('docker.pull-failed', exitCodes.operation, { image, words }, { cause });
}
