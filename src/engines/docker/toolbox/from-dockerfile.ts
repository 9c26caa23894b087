import type { Readable } from 'node:stream';
import { pack } from 'tar-stream';
import { exitCodes, Failure } from '../../../failure.ts';
import { toolboxLabels, toolboxVersion } from '../../../images/toolbox.ts';
import { call } from '../call.ts';
import { engineWords } from '../engine-error.ts';
import { findImage } from './find-image.ts';
import { followStream } from './follow-stream.ts';
import { loadDockerfile } from './recipe.ts';
import type { Making, Way } from './way.ts';

const buildDeadline = 15 * 60_000;
const registryDeadline = 8_000;

/** `docker build` of the Dockerfile; its base comes from a registry if the engine lacks it. */
export const fromDockerfile: Way = {
  name: 'dockerfile',
  findObstacle: async (making) => {
    if (await findImage(making.docker, making.base, making.signal)) return undefined;
    return findRegistryObstacle(making);
  },
  bring: async (making) => {
    try {
      await call((abortSignal) => build(making, abortSignal), {
        deadline: buildDeadline,
        signal: making.signal,
        what: 'docker build',
      });
    } catch (cause) {
      if (!(cause instanceof Failure) || cause.code !== 'docker.operation-failed') throw cause;
      const detail = String(cause.values.words ?? '');
      throw new Failure(
        'images.build-failed',
        exitCodes.operation,
        { image: making.name, detail },
        { cause },
      );
    }
  },
};

/** Asks the engine, for it is the engine that pulls, with its own mirrors and proxies. */
async function findRegistryObstacle(making: Making): Promise<Failure | undefined> {
  const { docker, base, signal } = making;
  const what = `docker manifest inspect ${base}`;
  try {
    await call(() => docker.getImage(base).distribution(), {
      deadline: registryDeadline,
      signal,
      what,
    });
    return undefined;
  } catch (cause) {
    signal.throwIfAborted();
    const detail = cause instanceof Failure ? String(cause.values.words ?? '') : engineWords(cause);
    return new Failure(
      'images.no-registry',
      exitCodes.operation,
      { image: making.name, base, detail },
      { cause },
    );
  }
}

async function build(making: Making, abortSignal: AbortSignal): Promise<void> {
  const context = pack();
  context.entry({ name: 'Dockerfile' }, await loadDockerfile());
  context.finalize();
  const report = await making.docker.buildImage(context as unknown as Readable, {
    t: making.name,
    buildargs: { BASE: making.base },
    labels: {
      [toolboxLabels.source]: 'dockerfile',
      [toolboxLabels.version]: String(toolboxVersion),
    },
    rm: true,
    forcerm: true,
    abortSignal,
  });
  await followStream(report, 'docker build', making.onLine);
}
