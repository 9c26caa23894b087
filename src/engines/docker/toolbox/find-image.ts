import type Docker from 'dockerode';
import { type ToolboxSource, toolboxLabels } from '../../../images/toolbox.ts';
import { call } from '../call.ts';
import { tolerate } from '../tolerate.ts';

/** An image on the engine. */
export interface FoundImage {
  name: string;
  id: string;
  architecture: string;
  /** In bytes. */
  size: number;
  /** How labs made it; null if labs did not. */
  source: ToolboxSource | null;
}

/** The image of this name; undefined if the engine has none. */
export async function findImage(
  docker: Docker,
  name: string,
  signal: AbortSignal,
): Promise<FoundImage | undefined> {
  const image = await tolerate([404], () =>
    call(() => docker.getImage(name).inspect(), {
      deadline: 20_000,
      signal,
      what: `docker image inspect ${name}`,
    }),
  );
  if (!image) return undefined;
  const source = image.Config?.Labels?.[toolboxLabels.source];
  return {
    name,
    id: image.Id,
    architecture: image.Architecture,
    size: image.Size,
    source: source === 'dockerfile' || source === 'packages' ? source : null,
  };
}

/** The engine's architecture as images call it: `amd64`, `arm64`. */
export async function findArchitecture(docker: Docker, signal: AbortSignal): Promise<string> {
  const version = await call(() => docker.version(), {
    deadline: 20_000,
    signal,
    what: 'docker version',
  });
  return version.Arch;
}
