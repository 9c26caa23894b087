import type Docker from 'dockerode';
import { type EngineObject, labels } from '../engine.ts';
import { call } from './call.ts';
import { deadlines } from './deadlines.ts';
import { inspectContainer } from './inspect-container.ts';
import { listNetworks } from './inspect-network.ts';
import { tolerate } from './tolerate.ts';

/** The object of exactly this name; of several networks the oldest. Undefined if there is none. */
export async function findObject(
  docker: Docker,
  kind: EngineObject['kind'],
  name: string,
  signal?: AbortSignal,
): Promise<EngineObject | undefined> {
  const id = await finders[kind](docker, name, signal);
  return id === undefined ? undefined : { kind, id, name };
}

type Find = (docker: Docker, name: string, signal?: AbortSignal) => Promise<string | undefined>;

const finders: Record<EngineObject['kind'], Find> = {
  async container(docker, name, signal) {
    const found = await inspectContainer(docker, name, signal);
    return found?.Name === `/${name}` ? found.Id : undefined;
  },
  async network(docker, name, signal) {
    const networks = await listNetworks(docker, signal);
    return networks.find(({ Name }) => Name === name)?.Id;
  },
  async volume(docker, name, signal) {
    const inspect = (abortSignal: AbortSignal) =>
      docker.getVolume(encodeURIComponent(name)).inspect({ abortSignal });
    const options = { deadline: deadlines.look, signal, what: `docker volume inspect ${name}` };
    return (await tolerate([404], () => call(inspect, options)))?.Name;
  },
  async image(docker, name, signal) {
    const inspect = () => docker.getImage(name).inspect();
    const options = { deadline: deadlines.look, signal, what: `docker image inspect ${name}` };
    return (await tolerate([404], () => call(inspect, options)))?.Id;
  },
};

/**
 * Everything that carries the label of an attempt (of any attempt without one), in the order in
 * which it can be removed: containers, networks, volumes, images. The runner's own helpers are not
 * among them: they go with their runner.
 */
export async function findOwned(
  docker: Docker,
  attempt?: string,
  signal?: AbortSignal,
): Promise<EngineObject[]> {
  const filters = {
    label: [attempt === undefined ? labels.attempt : `${labels.attempt}=${attempt}`],
  };
  const list = <T>(what: string, run: (abortSignal: AbortSignal) => Promise<T>) =>
    call(run, { deadline: deadlines.look, signal, what });
  const [containers, networks, volumes, images] = await Promise.all([
    list('docker ps -a', (abortSignal) =>
      docker.listContainers({ all: true, filters, abortSignal }),
    ),
    list('docker network ls', (abortSignal) => docker.listNetworks({ filters, abortSignal })),
    list('docker volume ls', (abortSignal) => docker.listVolumes({ filters, abortSignal })),
    list('docker image ls', (abortSignal) => docker.listImages({ filters, abortSignal } as object)),
  ]);
  return [
    ...containers
      .filter(isNoHelper)
      .map(({ Id, Names }) => object('container', Id, Names[0]?.replace(/^\//, ''))),
    ...networks.map(({ Id, Name }) => object('network', Id, Name)),
    ...(volumes.Volumes ?? []).map(({ Name }) => object('volume', Name, Name)),
    ...images.map(({ Id, RepoTags }) => object('image', Id, RepoTags?.[0])),
  ];
}

/** Helpers of runners that are gone: a helper ends with its runner, unless that was hindered. */
export async function findHelpers(
  docker: Docker,
  attempt?: string,
  signal?: AbortSignal,
): Promise<EngineObject[]> {
  const label = [`${labels.role}=helper`, ...(attempt ? [`${labels.attempt}=${attempt}`] : [])];
  const filters = { label };
  const found = await call(
    (abortSignal) => docker.listContainers({ all: true, filters, abortSignal }),
    { deadline: deadlines.look, signal, what: 'docker ps -a' },
  );
  return found.map(({ Id, Names }) => object('container', Id, Names[0]?.replace(/^\//, '')));
}

const isNoHelper = ({ Labels }: Docker.ContainerInfo) => Labels[labels.role] !== 'helper';

function object(kind: EngineObject['kind'], id: string, name = id): EngineObject {
  return { kind, id, name };
}
