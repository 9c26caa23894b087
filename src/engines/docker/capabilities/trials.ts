import type Docker from 'dockerode';
import type { CapabilityValue } from '../../../facts/values.ts';
import type { Capability } from '../../../lab/capabilities.ts';
import type { Helper } from '../probe/helper.ts';
import { startHelper } from '../probe/start-helper.ts';
import { buildTrialScript } from './link-trials.ts';
import { parseTrials } from './parse-trials.ts';
import { runTrial } from './run-trial.ts';
import { type Server, startServer } from './server.ts';
import { buildTrialContainer } from './trial-container.ts';

export interface TrialOptions {
  docker: Docker;
  /** The toolbox image. */
  image: string;
  signal: AbortSignal;
  /** A probe helper that runs already; without it one is started for these trials. */
  helper?: Helper;
}

/** What trials share; each is started by the first that needs it. */
export interface Trials extends TrialOptions {
  links(): Promise<Map<Capability, CapabilityValue>>;
  server(): Promise<Server>;
  probeHelper(): Promise<Helper>;
  /** The names of the engine's network drivers. */
  drivers(): Promise<{ names: readonly string[]; rootless: boolean }>;
  close(): Promise<void>;
}

/** Opens trials; `close` ends whatever they started. */
export function openTrials(options: TrialOptions): Trials {
  const { docker, image, signal, helper } = options;
  let started: Promise<Helper> | undefined;
  let server: Promise<Server> | undefined;
  let links: ReturnType<Trials['links']> | undefined;
  let drivers: ReturnType<Trials['drivers']> | undefined;
  return {
    ...options,
    links: () => {
      links ??= tryLinks(options);
      return links;
    },
    server: () => {
      server ??= startServer(docker, image, signal);
      return server;
    },
    probeHelper: () => {
      if (helper) return Promise.resolve(helper);
      started ??= startHelper(docker, { image, owner: noOwner, signal });
      return started;
    },
    drivers: () => {
      drivers ??= readDrivers(docker);
      return drivers;
    },
    close: async () => {
      const stop = (await server?.catch(() => undefined))?.stop();
      await Promise.all([stop, (await started?.catch(() => undefined))?.close()]);
    },
  };
}

const noOwner = { attempt: '', lab: '', step: '' };

async function tryLinks({ docker, image, signal }: TrialOptions) {
  const create = buildTrialContainer(image, ['sh', '-c', buildTrialScript()], {
    NetworkMode: 'none',
    CapAdd: ['NET_ADMIN', 'NET_RAW'],
    // For the lock of the older iptables.
    Tmpfs: { '/run': '' },
  });
  return parseTrials(await runTrial(docker, create, signal));
}

async function readDrivers(docker: Docker) {
  const info = await docker.info();
  const security: readonly string[] = info.SecurityOptions ?? [];
  return {
    names: (info.Plugins?.Network ?? []) as readonly string[],
    rootless: security.some((option) => option.includes('name=rootless')),
  };
}
