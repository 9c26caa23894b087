import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { exitCodes, Failure } from '../../../failure.ts';
import { cachedImage } from '../../../images/cache.ts';
import { toolboxLabels, toolboxVersion } from '../../../images/toolbox.ts';
import { temporaryBeside } from '../../../images/write-bundle.ts';
import { call } from '../call.ts';
import { assemble } from './assemble.ts';
import { findDistribution } from './distribution.ts';
import { followStream } from './follow-stream.ts';
import { findProgram } from './run-program.ts';
import type { Making, Way } from './way.ts';

/** The distribution's packages unpacked into a file system by mmdebstrap; no registry is asked. */
export const fromPackages: Way = {
  name: 'packages',
  findObstacle: async ({ name, architecture }) => {
    const distribution = await findDistribution();
    if (distribution?.architecture !== architecture) {
      return new Failure('images.no-packages', exitCodes.operation, { image: name, architecture });
    }
    if (await findProgram('mmdebstrap')) return undefined;
    return new Failure('images.no-mmdebstrap', exitCodes.operation, { image: name });
  },
  bring: async (making) => {
    const tar = temporaryBeside(cachedImage(making.cache, making.name, making.architecture));
    await mkdir(dirname(tar), { recursive: true });
    try {
      await assemble(tar, making);
      await importTar(tar, making);
    } finally {
      await rm(tar, { force: true });
    }
  },
};

async function importTar(tar: string, { docker, name, signal }: Making): Promise<void> {
  const what = `docker import ${name}`;
  const [repo, tag] = name.split(':');
  const changes = [
    `LABEL ${toolboxLabels.source}=packages ${toolboxLabels.version}=${toolboxVersion}`,
    'CMD ["sh"]',
  ];
  await call(
    async (abortSignal) => {
      const options = { repo, tag, changes, abortSignal };
      await followStream(await docker.importImage(createReadStream(tar), options), what);
    },
    { deadline: 5 * 60_000, signal, what },
  );
}
