import type { EngineObject } from '../engine.ts';
import { labels } from '../engine.ts';
import type { DockerEngine } from './docker.ts';

/** Whose an object is, as far as the engine can tell: shown when a lab wants its name. */
export async function describeOwner(
  { docker }: DockerEngine,
  object: EngineObject,
): Promise<string> {
  const { kind, id } = object;
  const short = kind === 'volume' ? '' : id.replace(/^sha256:/, '').slice(0, 12);
  if (kind === 'container') {
    const { Config, Created } = await docker.getContainer(id).inspect();
    const attempt = Config.Labels?.[labels.attempt];
    const project = Config.Labels?.['com.docker.compose.project'];
    const by = attempt
      ? `labs ${attempt}`
      : project
        ? `compose ${project}`
        : `image ${Config.Image}`;
    return `${short}, ${by}, ${Created.slice(0, 19).replace('T', ' ')}`;
  }
  if (kind === 'network') {
    const { Labels, Containers } = await docker.getNetwork(id).inspect();
    const attempt = Labels?.[labels.attempt];
    const members = Object.values(Containers ?? {}).map(({ Name }) => Name);
    return [short, attempt ? `labs ${attempt}` : '', members.join(' ')].filter(Boolean).join(', ');
  }
  return short;
}
