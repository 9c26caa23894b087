import type Docker from 'dockerode';
import { exitCodes, Failure } from '../../../failure.ts';
import type { BundledImage, Manifest } from '../../../images/manifest.ts';
import { readArchive } from '../../../images/read-archive.ts';
import { readBundle } from '../../../images/read-bundle.ts';
import { type FoundImage, findArchitecture, findImage } from './find-image.ts';
import { loadImage } from './load-image.ts';
import { proveImage } from './prove-image.ts';

export interface Loaded {
  image: FoundImage;
  /** What the image's tools say of their versions. */
  proof: string[];
}

/**
 * Brings the image of this name and of the engine's architecture in from a stranger's bundle.
 * The bundle is read to its end and the archive in it looked into before the engine gets a byte;
 * afterwards a container proves that the image runs. Failures with exit 2 say what is wrong with
 * the bundle; `images.proof-failed` that the image does not do what labs need.
 */
export async function loadBundle(
  docker: Docker,
  name: string,
  bundle: string,
  signal: AbortSignal,
): Promise<Loaded> {
  const architecture = await findArchitecture(docker, signal);
  const isWanted = (image: BundledImage): boolean =>
    image.name === name && image.architecture === architecture;
  await inspect(bundle, name, architecture, isWanted, signal);
  await readBundle(bundle, {
    signal,
    onImage: async (image, content) => {
      if (isWanted(image)) await loadImage(docker, content, signal);
      else content.resume();
    },
  });
  const image = await findImage(docker, name, signal);
  if (!image) throw new Failure('images.vanished', exitCodes.operation, { image: name });
  return { image, proof: await proveOrRemove(docker, name, signal) };
}

/** An image that does not do what labs need must not be what the next lab finds. */
async function proveOrRemove(docker: Docker, name: string, signal: AbortSignal): Promise<string[]> {
  try {
    return await proveImage(docker, name, signal);
  } catch (cause) {
    await docker.getImage(name).remove();
    throw cause;
  }
}

async function inspect(
  bundle: string,
  name: string,
  architecture: string,
  isWanted: (image: BundledImage) => boolean,
  signal: AbortSignal,
): Promise<void> {
  const manifest = await readBundle(bundle, {
    signal,
    onImage: async (image, content) => {
      if (!isWanted(image)) {
        content.resume();
        return;
      }
      const archive = await readArchive(content, bundle);
      const other = archive.names.find((found) => found !== name) ?? '';
      if (other !== '' || archive.names.length === 0) {
        throw new Failure('images.bundle-names', exitCodes.usage, { bundle, image: name, other });
      }
      if (archive.config !== image.config) {
        throw new Failure('images.bundle-damaged', exitCodes.usage, { bundle, entry: image.file });
      }
    },
  });
  if (!manifest.images.some(isWanted)) throw lacks(manifest, bundle, name, architecture);
}

function lacks(manifest: Manifest, bundle: string, image: string, architecture: string): Failure {
  const held = manifest.images.map((one) => `${one.name} (${one.architecture})`).join(', ');
  return new Failure('images.bundle-lacks', exitCodes.usage, { bundle, image, architecture, held });
}
