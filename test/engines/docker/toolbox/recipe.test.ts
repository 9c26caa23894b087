import { expect, test } from 'vitest';
import {
  loadDockerfile,
  toolboxBase,
  toolboxPackages,
} from '../../../../src/engines/docker/toolbox/recipe.ts';

test('the Dockerfile installs exactly the packages that the other way unpacks', async () => {
  const dockerfile = await loadDockerfile();
  const install = /apt-get install -y --no-install-recommends \\\n([^&]*?) \\?\n\s*&&/.exec(
    dockerfile,
  );
  expect(install?.[1]?.trim().split(/\s+/)).toEqual([...toolboxPackages]);
});

test('the Dockerfile begins with the image that the registry is asked for', async () => {
  expect(await loadDockerfile()).toContain(`ARG BASE=${toolboxBase}\n`);
});
