import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import Docker from 'dockerode';
import { pack } from 'tar-stream';
import { followStream } from '../../../../src/engines/docker/toolbox/follow-stream.ts';

export const docker = new Docker();
export const { signal } = new AbortController();

/** A name that only this test uses; the image goes when the test's scope ends. */
export function makeName(purpose: string): { name: string } & AsyncDisposable {
  const name = `labs-images-${purpose}-${randomBytes(3).toString('hex')}:1`;
  return {
    name,
    [Symbol.asyncDispose]: async () => {
      await docker
        .getImage(name)
        .remove()
        .catch((cause) => {
          if (cause.statusCode !== 404) throw cause;
        });
    },
  };
}

/** Builds an image of these lines of a Dockerfile. */
export async function buildScratch(name: string, lines: readonly string[]): Promise<void> {
  const context = pack();
  context.entry({ name: 'Dockerfile' }, lines.join('\n'));
  context.finalize();
  const report = await docker.buildImage(context as unknown as Readable, {
    t: name,
    forcerm: true,
  });
  await followStream(report, 'docker build');
}
