import type { Readable } from 'node:stream';
import type Docker from 'dockerode';
import { call } from '../call.ts';
import { followStream } from './follow-stream.ts';

/** Loading takes a second here; a slow disk gets its time. */
const deadline = 10 * 60_000;

/** Loads an archive of `docker save`. Throws `docker.operation-failed` with the engine's words. */
export async function loadImage(
  docker: Docker,
  archive: Readable,
  signal: AbortSignal,
): Promise<void> {
  const what = 'docker load';
  await call(
    async (abortSignal) => {
      const report = await docker.loadImage(archive, { quiet: true, abortSignal });
      await followStream(report, what);
    },
    { deadline, signal, what },
  );
}
