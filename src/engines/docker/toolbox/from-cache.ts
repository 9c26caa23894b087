import { createReadStream } from 'node:fs';
import { access, rm } from 'node:fs/promises';
import { exitCodes, Failure } from '../../../failure.ts';
import { cachedImage } from '../../../images/cache.ts';
import { findImage } from './find-image.ts';
import { loadImage } from './load-image.ts';
import type { Making, Way } from './way.ts';

/** The archive that an earlier making kept. One that does not load is thrown away. */
export const fromCache: Way = {
  name: 'cache',
  findObstacle: async ({ cache, name, architecture }) => {
    const path = cachedImage(cache, name, architecture);
    return access(path).then(
      () => undefined,
      () => new Failure('images.not-cached', exitCodes.operation, { image: name, path }),
    );
  },
  bring: async (making) => {
    const path = cachedImage(making.cache, making.name, making.architecture);
    try {
      await loadImage(making.docker, createReadStream(path), making.signal);
      if (await findImage(making.docker, making.name, making.signal)) return;
    } catch (cause) {
      if (!(cause instanceof Failure) || cause.code !== 'docker.operation-failed') throw cause;
    }
    await rm(path, { force: true });
    throw badCache(making, path);
  },
};

function badCache({ name }: Making, path: string): Failure {
  return new Failure('images.cache-damaged', exitCodes.operation, { image: name, path });
}
