import { readdir, stat, writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { ensureToolbox, prepare } from '../../../../src/engines/docker/toolbox/ensure-toolbox.ts';
import { findImage } from '../../../../src/engines/docker/toolbox/find-image.ts';
import { fromDockerfile } from '../../../../src/engines/docker/toolbox/from-dockerfile.ts';
import { fromPackages } from '../../../../src/engines/docker/toolbox/from-packages.ts';
import { proveImage } from '../../../../src/engines/docker/toolbox/prove-image.ts';
import { removeToolbox } from '../../../../src/engines/docker/toolbox/remove-toolbox.ts';
import { findHome } from '../../../../src/home.ts';
import { cachedImage } from '../../../../src/images/cache.ts';
import { toolboxName } from '../../../../src/images/toolbox.ts';
import { makeFolder } from '../../../images/bundle-files.ts';
import { buildScratch, docker, makeName, signal } from './scratch-images.ts';

/** The toolbox with an apt-get that has nothing to do: a base that needs no network. */
async function buildBase(name: string): Promise<void> {
  await buildScratch(name, [
    `FROM ${toolboxName}`,
    "RUN printf '#!/bin/sh\\n' > /usr/bin/apt-get && chmod 755 /usr/bin/apt-get",
  ]);
}

beforeAll(async () => {
  const { cache } = findHome(process.env);
  await ensureToolbox(docker, { signal, cache });
});

describe('the toolbox', () => {
  test('that is on the engine is taken as it is', async () => {
    await using folder = await makeFolder();
    const found = await ensureToolbox(docker, { signal, cache: folder.path });
    expect(found).toMatchObject({ name: toolboxName, brought: false });
    expect(await readdir(folder.path)).toEqual([]);
  });

  test('is built, kept, brought back from the cache with the same identity, and removed', async () => {
    await using folder = await makeFolder();
    await using base = makeName('base');
    await using image = makeName('made');
    await buildBase(base.name);
    const ways: string[] = [];
    const options = {
      signal,
      cache: folder.path,
      name: image.name,
      base: base.name,
      onProgress: (way: string, line?: string) => void (line === undefined && ways.push(way)),
    };
    const built = await ensureToolbox(docker, options);
    expect(built).toMatchObject({ name: image.name, source: 'dockerfile', brought: true });
    await proveImage(docker, image.name, signal);

    await docker.getImage(image.name).remove();
    expect(await ensureToolbox(docker, options)).toEqual(built);
    expect(await ensureToolbox(docker, options)).toEqual({ ...built, brought: false });
    expect(ways).toEqual(['dockerfile', 'keep', 'cache']);

    const making = await prepare(docker, options);
    expect(await removeToolbox(making)).toBe(true);
    expect(await findImage(docker, image.name, signal)).toBeUndefined();
    await expect(stat(cachedImage(folder.path, image.name, making.architecture))).rejects.toThrow(
      'ENOENT',
    );
    expect(await removeToolbox(making)).toBe(false);
  });

  test('is made anew when the cached one is damaged', async () => {
    await using folder = await makeFolder();
    await using base = makeName('base');
    await using image = makeName('again');
    await buildBase(base.name);
    const options = { signal, cache: folder.path, name: image.name, base: base.name };
    await ensureToolbox(docker, options);
    await docker.getImage(image.name).remove();
    const { architecture } = await prepare(docker, options);
    await writeFile(cachedImage(folder.path, image.name, architecture), 'cut off');
    expect(await ensureToolbox(docker, options)).toMatchObject({
      source: 'dockerfile',
      brought: true,
    });
  });

  test('is not looked for in a registry that does not answer', async () => {
    const base = 'registry.invalid/labs/none:1';
    const making = await prepare(docker, { signal, base, cache: '/nonexistent' });
    expect(await fromDockerfile.findObstacle(making)).toMatchObject({ code: 'images.no-registry' });
  });

  test('says what the engine said when its build fails', async () => {
    await using folder = await makeFolder();
    await using base = makeName('bare');
    await using image = makeName('failed');
    await buildScratch(base.name, [`FROM ${toolboxName}`, 'LABEL x=y']);
    const making = await prepare(docker, {
      signal,
      cache: folder.path,
      name: image.name,
      base: base.name,
    });
    const failure = await fromDockerfile.bring(making).catch((cause) => cause);
    expect(failure.code).toBe('images.build-failed');
    expect(failure.values.detail).toContain('apt-get update');
  });

  test('is put together from packages without a registry, or what is missing is named', async () => {
    await using folder = await makeFolder();
    await using image = makeName('packages');
    const making = await prepare(docker, { signal, cache: folder.path, name: image.name });
    const obstacle = await fromPackages.findObstacle(making);
    if (obstacle) {
      expect(['images.no-packages', 'images.no-mmdebstrap']).toContain(obstacle.code);
      return;
    }
    await fromPackages.bring(making);
    expect(await findImage(docker, image.name, signal)).toMatchObject({ source: 'packages' });
    expect(await proveImage(docker, image.name, signal)).not.toEqual([]);
  }, 300_000);

  test('of the same name that labs did not make is not removed', async () => {
    await using folder = await makeFolder();
    await using image = makeName('foreign');
    await buildScratch(image.name, ['FROM scratch', 'LABEL x=y']);
    const making = await prepare(docker, { signal, cache: folder.path, name: image.name });
    await expect(removeToolbox(making)).rejects.toMatchObject({ code: 'images.not-ours' });
    expect(await findImage(docker, image.name, signal)).toBeDefined();
  });
});
