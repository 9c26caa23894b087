import { createReadStream } from 'node:fs';
import { access, rm } from 'node:fs/promises';
import type Docker from 'dockerode';
import { exitCodes, Failure } from '../../../failure.ts';
import type { Manifest } from '../../../images/manifest.ts';
import { readArchive } from '../../../images/read-archive.ts';
import { readBundle } from '../../../images/read-bundle.ts';
import { temporaryBeside, writeBundle } from '../../../images/write-bundle.ts';
import { findImage } from './find-image.ts';
import { saveImage } from './save-image.ts';

/**
 * Packs an image of the engine into a bundle. A bundle that is there already keeps its images
 * for other architectures, so that one file can serve a class of Intel and ARM machines; a file
 * that is no bundle is never overwritten. Throws `images.absent` when the engine lacks the image.
 */
export async function saveBundle(
  docker: Docker,
  name: string,
  bundle: string,
  signal: AbortSignal,
): Promise<Manifest> {
  const previous = await readPrevious(bundle, signal);
  const found = await findImage(docker, name, signal);
  if (!found) throw new Failure('images.absent', exitCodes.operation, { image: name });
  const { architecture } = found;
  const path = temporaryBeside(bundle);
  try {
    const { sha256, size } = await saveImage(docker, name, path, signal);
    const { config } = await readArchive(createReadStream(path), bundle);
    const file = `images/${architecture}.tar`;
    const image = { name, architecture, config, file, sha256, size };
    return await writeBundle(bundle, { image, path }, { signal, created: new Date(), previous });
  } finally {
    await rm(path, { force: true });
  }
}

async function readPrevious(bundle: string, signal: AbortSignal): Promise<Manifest | undefined> {
  const exists = await access(bundle).then(
    () => true,
    () => false,
  );
  return exists ? readBundle(bundle, { signal }) : undefined;
}
