import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseArchive } from '../../src/images/parse-archive.ts';
import { readArchive } from '../../src/images/read-archive.ts';
import { makeFolder, sha256, type TarEntry, writeTar } from './bundle-files.ts';

const config = '{"os":"linux"}';
const configFile = `${sha256(config)}.json`;
const manifest = [{ Config: configFile, RepoTags: ['labs-toolbox:1'], Layers: ['a/layer.tar'] }];

function archiveOf(...added: TarEntry[]): TarEntry[] {
  return [
    { name: 'a/', type: 'directory' },
    { name: 'a/layer.tar', content: 'layer' },
    { name: configFile, content: config },
    { name: 'manifest.json', content: JSON.stringify(manifest) },
    ...added,
  ];
}

async function read(entries: readonly TarEntry[]): Promise<unknown> {
  await using folder = await makeFolder();
  const path = join(folder.path, 'archive.tar');
  await writeTar(path, entries);
  return readArchive(createReadStream(path), 'bundle.tar').catch((cause) => cause.code);
}

describe('an archive of docker save', () => {
  test('tells the names that it would give, and the digest of its configuration', async () => {
    const repositories = { 'labs-toolbox': { 1: 'a' } };
    const entries = archiveOf({ name: 'repositories', content: JSON.stringify(repositories) });
    expect(await read(entries)).toEqual({ names: ['labs-toolbox:1'], config: sha256(config) });
  });

  test.each<[string, TarEntry, string[]]>([
    [
      'repositories',
      { name: 'repositories', content: '{"nginx":{"latest":"a"}}' },
      ['nginx:latest'],
    ],
    [
      'index.json',
      {
        name: 'index.json',
        content: JSON.stringify({
          manifests: [{ annotations: { 'io.containerd.image.name': 'docker.io/library/nginx:1' } }],
        }),
      },
      ['nginx:1'],
    ],
  ])('cannot hide a name in %s', async (_file, entry, hidden) => {
    expect(await read(archiveOf(entry))).toMatchObject({ names: ['labs-toolbox:1', ...hidden] });
  });

  test.each<[string, TarEntry]>([
    ['a second manifest', { name: 'manifest.json', content: '[]' }],
    ['a second manifest by another spelling', { name: './manifest.json', content: '[]' }],
    ['a manifest through a folder', { name: 'a/../manifest.json', content: '[]' }],
    ['a way out', { name: '../x', content: 'x' }],
    ['an absolute path', { name: '/etc/x', content: 'x' }],
    [
      'a link in place of the names',
      { name: 'repositories', type: 'symlink', linkname: 'a/layer.tar' },
    ],
    ['a link to something else', { name: 'b/layer.tar', type: 'symlink', linkname: '/etc/passwd' }],
    ['a hard link', { name: 'b/layer.tar', type: 'link', linkname: 'manifest.json' }],
    ['a pipe', { name: 'pipe', type: 'fifo' }],
  ])('is refused with %s', async (_name, entry) => {
    expect(await read(archiveOf(entry))).toBe('images.bundle-archive');
  });

  test('may share a layer by a link, as Docker writes it', async () => {
    const link: TarEntry = { name: 'b/layer.tar', type: 'symlink', linkname: '../a/layer.tar' };
    expect(await read(archiveOf(link))).toMatchObject({ config: sha256(config) });
  });

  test('whatever its files say, names come out as text or not at all', () => {
    const file = fc.oneof(fc.string(), fc.json());
    fc.assert(
      fc.property(file, file, file, (...texts) => {
        const files = ['manifest.json', 'repositories', 'index.json'] as const;
        const given = new Map(files.map((name, at) => [name as string, texts[at] ?? '']));
        const archive = parseArchive(given, new Map());
        expect(archive).toBeUndefined();
      }),
    );
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (tags, repositories, index) => {
        const texts = new Map([
          ['manifest.json', JSON.stringify([{ Config: 'c', RepoTags: tags }])],
          ['repositories', JSON.stringify(repositories)],
          ['index.json', JSON.stringify({ manifests: index })],
        ]);
        const archive = parseArchive(texts, new Map([['c', 'digest']]));
        expect(archive?.names.every((name) => typeof name === 'string')).toBe(true);
      }),
    );
  });
});
