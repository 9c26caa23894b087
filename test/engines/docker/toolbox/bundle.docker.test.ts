import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ensureToolbox } from '../../../../src/engines/docker/toolbox/ensure-toolbox.ts';
import { findImage } from '../../../../src/engines/docker/toolbox/find-image.ts';
import { loadBundle } from '../../../../src/engines/docker/toolbox/load-bundle.ts';
import { saveBundle } from '../../../../src/engines/docker/toolbox/save-bundle.ts';
import { findHome } from '../../../../src/home.ts';
import { toolboxName } from '../../../../src/images/toolbox.ts';
import { makeFolder } from '../../../images/bundle-files.ts';
import { buildScratch, docker, makeName, signal } from './scratch-images.ts';

beforeAll(async () => {
  const { cache } = findHome(process.env);
  await ensureToolbox(docker, { signal, cache });
});

describe('a bundle of images', () => {
  test('brings back what it packed, proves that it runs and leaves no container', async () => {
    await using folder = await makeFolder();
    await using image = makeName('trip');
    const bundle = join(folder.path, 'images.tar');
    await buildScratch(image.name, [`FROM ${toolboxName}`, 'LABEL labs.toolbox.source=packages']);
    const packed = await findImage(docker, image.name, signal);
    const manifest = await saveBundle(docker, image.name, bundle, signal);
    expect(manifest.images).toMatchObject([
      {
        name: image.name,
        architecture: packed?.architecture,
        config: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    expect(await readdir(folder.path)).toEqual(['images.tar']);
    await docker.getImage(image.name).remove();
    expect(await findImage(docker, image.name, signal)).toBeUndefined();

    const loaded = await loadBundle(docker, image.name, bundle, signal);
    expect(loaded.image).toEqual({ ...packed, source: 'packages' });
    for (const tool of ['curl', 'iproute2', 'Python 3', 'BusyBox', 'tcpdump']) {
      expect(loaded.proof.join('\n')).toContain(tool);
    }
    const filters = JSON.stringify({ ancestor: [image.name] });
    expect(await docker.listContainers({ all: true, filters })).toEqual([]);
  });

  test('is refused when the image in it would take the name of another', async () => {
    await using folder = await makeFolder();
    await using wanted = makeName('taken');
    await using other = makeName('other');
    const bundle = join(folder.path, 'images.tar');
    await buildScratch(other.name, [`FROM ${toolboxName}`, 'LABEL x=y']);
    await saveBundle(docker, other.name, bundle, signal);
    // The two names are of one length, so that the tar stays whole.
    const forged = (await readFile(bundle))
      .toString('latin1')
      .replace(`"name": "${other.name}"`, `"name": "${wanted.name}"`);
    await writeFile(bundle, Buffer.from(forged, 'latin1'));
    const code = await loadBundle(docker, wanted.name, bundle, signal).catch((cause) => cause.code);
    expect(code).toBe('images.bundle-names');
    expect(await findImage(docker, wanted.name, signal)).toBeUndefined();
  });

  test('without the image that labs need says what it holds', async () => {
    await using folder = await makeFolder();
    await using image = makeName('held');
    const bundle = join(folder.path, 'images.tar');
    await buildScratch(image.name, [`FROM ${toolboxName}`, 'LABEL x=y']);
    await saveBundle(docker, image.name, bundle, signal);
    const failure = await loadBundle(docker, 'labs-images-none:1', bundle, signal).catch(
      (cause) => cause,
    );
    expect(failure.code).toBe('images.bundle-lacks');
    expect(failure.values.held).toContain(image.name);
  });

  test('whose image lacks the tools is not left on the engine', async () => {
    await using folder = await makeFolder();
    await using image = makeName('broken');
    const bundle = join(folder.path, 'images.tar');
    await buildScratch(image.name, [`FROM ${toolboxName}`, 'RUN rm -f "$(command -v curl)"']);
    await saveBundle(docker, image.name, bundle, signal);
    const failure = await loadBundle(docker, image.name, bundle, signal).catch((cause) => cause);
    expect(failure.code).toBe('images.proof-failed');
    expect(failure.values.detail).toContain('curl: not found');
    expect(await findImage(docker, image.name, signal)).toBeUndefined();
  });

  test('is not written over a file that is none', async () => {
    await using folder = await makeFolder();
    const bundle = join(folder.path, 'thesis.tar');
    await writeFile(bundle, 'three years of work');
    const code = await saveBundle(docker, toolboxName, bundle, signal).catch((cause) => cause.code);
    expect(code).toBe('images.not-a-bundle');
    expect(await readFile(bundle, 'utf8')).toBe('three years of work');
  });

  test('of an image that the engine lacks is not begun', async () => {
    await using folder = await makeFolder();
    const bundle = join(folder.path, 'images.tar');
    const code = await saveBundle(docker, 'labs-images-none:1', bundle, signal).catch(
      (cause) => cause.code,
    );
    expect(code).toBe('images.absent');
    expect(await readdir(folder.path)).toEqual([]);
  });
});
