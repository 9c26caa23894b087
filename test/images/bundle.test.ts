import { randomBytes } from 'node:crypto';
import { readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/failure.ts';
import { manifestSchema } from '../../src/images/manifest.ts';
import { readBundle } from '../../src/images/read-bundle.ts';
import { writeBundle } from '../../src/images/write-bundle.ts';
import {
  describeContent,
  makeFolder,
  saveContent,
  type TarEntry,
  writeTar,
} from './bundle-files.ts';

const { signal } = new AbortController();
const created = new Date('2026-11-22T12:00:00.000Z');

async function codeOf(run: Promise<unknown>): Promise<string> {
  const error = await run.then(
    () => undefined,
    (cause) => cause,
  );
  expect(error).toBeInstanceOf(Failure);
  expect((error as Failure).exit).toBe(2);
  return (error as Failure).code;
}

function manifestOf(...images: ReturnType<typeof describeContent>[]): TarEntry {
  const manifest = { schema: manifestSchema, created: created.toISOString(), images };
  return { name: 'manifest.json', content: JSON.stringify(manifest) };
}

describe('a bundle that was written', () => {
  test('is read back byte for byte', async () => {
    await using folder = await makeFolder();
    const bundle = join(folder.path, 'bundle.tar');
    const content = randomBytes(3_000_001);
    const saved = await saveContent(folder.path, 'amd64', content);
    const written = await writeBundle(bundle, saved, { signal, created, previous: undefined });
    const images: Buffer[] = [];
    const read = await readBundle(bundle, {
      signal,
      onImage: async (_image, stream) => void images.push(await buffer(stream)),
    });
    expect(read).toEqual(written);
    expect(read).toEqual({
      schema: manifestSchema,
      created: created.toISOString(),
      images: [saved.image],
    });
    expect(images.map((image) => image.equals(content))).toEqual([true]);
  });

  test('keeps the images of other architectures and replaces its own', async () => {
    await using folder = await makeFolder();
    const bundle = join(folder.path, 'bundle.tar');
    const contents = {
      amd64: randomBytes(70_000),
      arm64: randomBytes(90_000),
      newer: randomBytes(50_000),
    };
    const first = await writeBundle(
      bundle,
      await saveContent(folder.path, 'amd64', contents.amd64),
      {
        signal,
        created,
        previous: undefined,
      },
    );
    const second = await writeBundle(
      bundle,
      await saveContent(folder.path, 'arm64', contents.arm64),
      {
        signal,
        created,
        previous: first,
      },
    );
    await writeBundle(bundle, await saveContent(folder.path, 'amd64', contents.newer), {
      signal,
      created,
      previous: second,
    });
    const images: Record<string, Buffer> = {};
    await readBundle(bundle, {
      signal,
      onImage: async (image, stream) => {
        images[image.architecture] = await buffer(stream);
      },
    });
    expect(images.amd64?.equals(contents.newer)).toBe(true);
    expect(images.arm64?.equals(contents.arm64)).toBe(true);
    expect(Object.keys(images)).toHaveLength(2);
  });

  test('is left as it was, with nothing beside it, when writing is interrupted', async () => {
    await using folder = await makeFolder();
    const bundle = join(folder.path, 'bundle.tar');
    await writeFile(bundle, 'what stood there');
    const saved = await saveContent(folder.path, 'amd64', randomBytes(1000));
    const ended = AbortSignal.abort(new Error('interrupted'));
    await expect(
      writeBundle(bundle, saved, { signal: ended, created, previous: undefined }),
    ).rejects.toThrow();
    expect(await readFile(bundle, 'utf8')).toBe('what stood there');
    expect((await readdir(folder.path)).sort()).toEqual(['amd64.saved', 'bundle.tar']);
  });

  test('stops at once, with nothing left beside it, when interrupted while it is written', async () => {
    await using folder = await makeFolder();
    const bundle = join(folder.path, 'bundle.tar');
    const saved = await saveContent(folder.path, 'amd64', randomBytes(8_000_000));
    const previous = await writeBundle(bundle, saved, { signal, created, previous: undefined });
    const whole = await readFile(bundle);
    const added = await saveContent(folder.path, 'arm64', randomBytes(8_000_000));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 12 }), async (milliseconds) => {
        const interrupted = new AbortController();
        setTimeout(() => interrupted.abort(new Error('interrupted')), milliseconds);
        const options = { signal: interrupted.signal, created, previous };
        const written = await writeBundle(bundle, added, options).catch(() => undefined);
        if (written) await writeFile(bundle, whole);
        expect(whole.equals(await readFile(bundle))).toBe(true);
        expect(await readdir(folder.path)).toHaveLength(3);
      }),
      { numRuns: 25 },
    );
  });

  test('is not written when what is being added changes size under it', async () => {
    await using folder = await makeFolder();
    const bundle = join(folder.path, 'bundle.tar');
    const saved = await saveContent(folder.path, 'amd64', randomBytes(1000));
    await truncate(saved.path, 500);
    await expect(
      writeBundle(bundle, saved, { signal, created, previous: undefined }),
    ).rejects.toThrow();
    expect(await readdir(folder.path)).toEqual(['amd64.saved']);
  });
});

describe('a bundle from a stranger', () => {
  test('that is not there, or a folder, is said to be unreadable', async () => {
    await using folder = await makeFolder();
    expect(await codeOf(readBundle(join(folder.path, 'none'), { signal }))).toBe(
      'images.bundle-unreadable',
    );
    expect(await codeOf(readBundle(folder.path, { signal }))).toBe('images.bundle-unreadable');
  });

  test.each([
    ['empty', Buffer.alloc(0)],
    ['text', Buffer.from('hello\n'.repeat(400))],
    ['zeros', Buffer.alloc(4096)],
    ['noise', Buffer.from('b1946ac92492d2347c6235b4d2611184'.repeat(64), 'hex')],
  ])('that is no tar at all is refused: %s', async (_name, content) => {
    await using folder = await makeFolder();
    const bundle = join(folder.path, 'bundle.tar');
    await writeFile(bundle, content);
    expect(await codeOf(readBundle(bundle, { signal }))).toBe('images.not-a-bundle');
  });

  const image = describeContent('amd64', 'image');
  const content = { name: image.file, content: 'image' };
  test.each<[string, string, TarEntry[]]>([
    ['a tar of something else', 'images.not-a-bundle', [{ name: 'README', content: 'hi' }]],
    ['its manifest not first', 'images.not-a-bundle', [content, manifestOf(image)]],
    [
      'a manifest that is a link',
      'images.not-a-bundle',
      [{ name: 'manifest.json', type: 'symlink', linkname: '/etc/passwd' }],
    ],
    [
      'an endless manifest',
      'images.bundle-large',
      [{ name: 'manifest.json', content: ' '.repeat(200_000) }],
    ],
    [
      'no JSON in its manifest',
      'images.bundle-manifest',
      [{ name: 'manifest.json', content: '{' }],
    ],
    ['an image missing', 'images.bundle-damaged', [manifestOf(image)]],
    [
      'an image of another size',
      'images.bundle-damaged',
      [manifestOf(image), { ...content, content: 'images' }],
    ],
    [
      'an image of other bytes',
      'images.bundle-damaged',
      [manifestOf(image), { ...content, content: 'IMAGE' }],
    ],
    ['an image twice', 'images.bundle-entry', [manifestOf(image), content, content]],
    [
      'an entry too many',
      'images.bundle-entry',
      [manifestOf(image), content, { name: 'x', content: 'x' }],
    ],
    [
      'an image that is a link',
      'images.bundle-entry',
      [manifestOf(image), { name: image.file, type: 'symlink', linkname: '/etc/passwd' }],
    ],
    [
      'a way out of the folder',
      'images.bundle-entry',
      [manifestOf(image), { name: '../../etc/cron.d/x', content: 'x' }],
    ],
    [
      'a path as an architecture',
      'images.bundle-manifest',
      [manifestOf({ ...image, architecture: '../..', file: 'images/../...tar' })],
    ],
    [
      'a name that is an option',
      'images.bundle-manifest',
      [manifestOf({ ...image, name: '--privileged' })],
    ],
    ['one file for two images', 'images.bundle-manifest', [manifestOf(image, image), content]],
  ])('is refused with %s', async (_name, code, entries) => {
    await using folder = await makeFolder();
    const bundle = join(folder.path, 'bundle.tar');
    await writeTar(bundle, entries);
    expect(await codeOf(readBundle(bundle, { signal }))).toBe(code);
  });

  test('is refused wherever it was cut off or changed', async () => {
    await using folder = await makeFolder();
    const bundle = join(folder.path, 'bundle.tar');
    const saved = await saveContent(folder.path, 'amd64', randomBytes(20_000));
    await writeBundle(bundle, saved, { signal, created, previous: undefined });
    const whole = await readFile(bundle);
    const { size } = await stat(bundle);
    // The tar's last 1024 bytes are padding that says nothing.
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: size - 1025 }), fc.boolean(), async (at, cut) => {
        const changed = Buffer.from(whole);
        changed[at] = (changed[at] ?? 0) ^ 0x41;
        await writeFile(bundle, cut ? whole.subarray(0, at) : changed);
        const read = await readBundle(bundle, { signal }).catch((cause) => cause);
        // What a change may leave whole is what nothing depends on: padding and the manifest's date.
        if (read instanceof Failure) expect(read.exit).toBe(2);
        else expect([cut, read.images]).toEqual([false, [saved.image]]);
      }),
      { numRuns: 300 },
    );
  });
});
