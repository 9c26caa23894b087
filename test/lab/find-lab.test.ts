import { cp, mkdir, symlink } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findLab } from '../../src/lab/find-lab.ts';
import { findLabs } from '../../src/lab/find-labs.ts';
import { packageFolder } from '../../src/lab/package-folder.ts';
import { tempFolder } from '../temp-folder.ts';
import { env, valid } from './problems-of.ts';

const shipped = join(packageFolder(), 'labs/docker-network');

describe('findLab', () => {
  it('trusts a lab of the package, by its name and by its path', async () => {
    const found = { name: 'docker-network', folder: shipped, trusted: true };
    expect(await findLab('docker-network', {})).toEqual(found);
    expect(await findLab(relative(process.cwd(), shipped), {})).toEqual(found);
    expect(await findLab(join(shipped, 'lab.yaml'), {})).toEqual(found);
  });

  it('finds labs of LABS_PATH, and does not trust them', async () => {
    const found = { name: 'minimal', folder: join(valid, 'minimal'), trusted: false };
    expect(await findLab('minimal', env)).toEqual(found);
    expect(await findLab('minimal', { LABS_PATH: `/nowhere::${valid}` })).toEqual(found);
    expect(await findLab(join(valid, 'minimal/'), {})).toEqual(found);
  });

  it('prefers the lab of the package to another of the same name', async () => {
    const root = await tempFolder();
    await cp(join(valid, 'minimal'), join(root, 'docker-network'), { recursive: true });
    expect(await findLab('docker-network', { LABS_PATH: root })).toMatchObject({ trusted: true });
    expect(await findLab(join(root, 'docker-network'), {})).toMatchObject({ trusted: false });
  });

  it('does not trust a folder for looking like the package, but for being in it', async () => {
    const root = await tempFolder();
    await symlink(join(valid, 'minimal'), join(root, 'outside'));
    await symlink(shipped, join(root, 'inside'));
    expect(await findLab(join(root, 'outside'), {})).toMatchObject({ trusted: false });
    expect(await findLab(join(root, 'inside'), {})).toMatchObject({ trusted: true });
    const beside = join(packageFolder(), 'labs/../test/lab/valid/minimal');
    expect(await findLab(beside, {})).toMatchObject({ trusted: false });
  });

  it('names the nearest lab and all others for an unknown name', async () => {
    await expect(findLab('docker-netwrok', env)).rejects.toMatchObject({
      code: 'lab.unknown-near',
      exit: 2,
      values: { name: 'docker-netwrok', nearest: 'docker-network' },
    });
    const names = (await findLabs(env)).map(({ name }) => name);
    await expect(findLab('something-else', env)).rejects.toMatchObject({
      code: 'lab.unknown',
      values: { known: names.join(', ') },
    });
  });

  it('says that a path leads to no lab', async () => {
    const root = await tempFolder();
    await mkdir(join(root, 'lab'));
    for (const path of [join(root, 'lab'), join(root, 'lab/lab.yaml'), './no/such', '../']) {
      await expect(findLab(path, {})).rejects.toMatchObject({ code: 'lab.not-there', exit: 2 });
    }
  });
});

describe('findLabs', () => {
  it('lists every lab once, the package first', async () => {
    const names = (await findLabs({ LABS_PATH: `${valid}:${valid}` })).map(({ name }) => name);
    expect(names.indexOf('docker-network')).toBeLessThan(names.indexOf('minimal'));
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(['english', 'everything', 'library', 'minimal']));
  });
});
