import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type Docker from 'dockerode';
import { temporaryBeside } from '../../../images/write-bundle.ts';
import { call } from '../call.ts';

const deadline = 10 * 60_000;

/** Writes an image as `docker save` does; the file is whole or not there. */
export async function saveImage(
  docker: Docker,
  name: string,
  path: string,
  signal: AbortSignal,
): Promise<{ sha256: string; size: number }> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = temporaryBeside(path);
  const hash = createHash('sha256');
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  try {
    await call(
      async (abortSignal) => {
        const archive = await docker.getImage(name).get();
        abortSignal.throwIfAborted();
        await pipeline(archive, measure, createWriteStream(temporary), { signal: abortSignal });
      },
      { deadline, signal, what: `docker save ${name}` },
    );
    await rename(temporary, path);
  } finally {
    await rm(temporary, { force: true });
  }
  return { sha256: hash.digest('hex'), size };
}
