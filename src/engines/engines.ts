import { parseAddress } from '../facts/address.ts';
import type { Probe } from '../facts/fact.ts';
import type { CapabilityValue } from '../facts/values.ts';
import { exitCodes, Failure } from '../failure.ts';
import { toolboxName } from '../images/toolbox.ts';
import type { Json } from '../json.ts';
import type { Capability } from '../lab/capabilities.ts';
import type { DockerEngine } from './docker/docker.ts';
import type { Look } from './docker/look.ts';
import type { Helper } from './docker/probe/helper.ts';
import type { EngineObject, Owner, Performed, PerformOptions, Seen, Task } from './engine.ts';

/** Everything outside: the Docker engine with its probe helper, and the learner's own shell. */
export interface Engines {
  docker: DockerEngine;
  /** What the facts of one observation share. */
  look(signal: AbortSignal): Look;
  see(look: Look, probe: Probe, place: Workplace): Promise<Seen>;
  perform(task: Task, options: PerformOptions): Promise<Performed>;
  /** The probe helper; it is started by the first call, and again when it was lost. */
  helper(): Promise<Helper>;
  /** The toolbox image: the one on the engine, else one is brought. */
  ensureToolbox(cache: string, options: ToolboxProgress): Promise<Toolbox>;
  /** What this system can do of what a lab needs, by trying it. */
  capability(name: Capability, signal: AbortSignal): Promise<CapabilityValue>;
  /** Ends everything, and waits until the helper's container is gone. */
  close(): Promise<void>;
  /**
   * For a process that ends now: with it the helper's stdin closes, so that it ends and the engine
   * removes it. Waits only for one that is still being started, which could not know.
   */
  leave(): Promise<void>;
}

export interface ToolboxProgress {
  signal: AbortSignal;
  /** Which way is being gone (`cache`, `dockerfile`, `packages`, `keep`), with the tools' own words. */
  onProgress?: ((way: string, line?: string) => void) | undefined;
}

export interface Toolbox {
  object: EngineObject;
  /** Whether this call put it on the engine. */
  brought: boolean;
}

/** Where commands and files of the learner's own machine are. */
export interface Workplace {
  cwd: string;
  env: Record<string, string>;
}

/** How long a command of a check may run, in milliseconds. */
const commandDeadline = 20_000;

/** Connects to the Docker engine; Failure with exit 3 if none answers. */
export async function connectEngines(
  env: NodeJS.ProcessEnv,
  owner: Owner,
  signal: AbortSignal,
): Promise<Engines> {
  const { connectDocker } = await import('./docker/docker.ts');
  const docker = await connectDocker({ env, signal });
  const helper = helperOf(docker, owner);
  return {
    docker,
    helper: helper.get,
    look: (lookSignal) => docker.look(lookSignal, helper.get),
    see: (look, probe, place) =>
      isLearners(probe) ? seeFromLearner(probe, place, look.signal) : docker.see(look, probe),
    perform: (task, options) =>
      task.uses.startsWith('docker.') ? docker.perform(task, options) : performHere(task, options),
    ensureToolbox: (cache, options) => ensureToolbox(docker, cache, options),
    capability: async (name, lookSignal) => {
      const { probeCapability } = await import('./docker/capabilities/probe-capability.ts');
      return probeCapability(name, {
        docker: docker.docker,
        image: toolboxName,
        signal: lookSignal,
      });
    },
    close: async () => {
      await helper.close();
      docker.close();
    },
    leave: helper.settle,
  };
}

/** Starts the helper when it is first asked for, and again when the last one was lost. */
function helperOf(docker: DockerEngine, owner: Owner) {
  let running: Promise<Helper> | undefined;
  const start = async (before: Promise<Helper> | undefined): Promise<Helper> => {
    const last = await before?.catch(() => undefined);
    if (last?.alive) return last;
    const { startHelper } = await import('./docker/probe/start-helper.ts');
    return startHelper(docker.docker, { image: toolboxName, owner });
  };
  return {
    get: () => {
      running = start(running);
      return running;
    },
    settle: async () => {
      await running?.catch(() => undefined);
    },
    close: async () => {
      const last = await running?.catch(() => undefined);
      // What went wrong before is what is told: an engine that is gone has no helper to wait for.
      await last?.close().catch((error) => {
        if (!(error instanceof Failure) || error.exit !== exitCodes.engine) throw error;
      });
    },
  };
}

async function ensureToolbox(
  docker: DockerEngine,
  cache: string,
  options: ToolboxProgress,
): Promise<Toolbox> {
  const there = await docker.find('image', toolboxName);
  if (there) return { object: there, brought: false };
  const { ensureToolbox: bring } = await import('./docker/toolbox/ensure-toolbox.ts');
  const { signal, onProgress } = options;
  const progress = onProgress ? { onProgress } : {};
  const { id, brought } = await bring(docker.docker, { signal, cache, ...progress });
  return { object: { kind: 'image', id, name: toolboxName }, brought };
}

/** What is asked on the learner's own machine and not of the Docker engine. */
function isLearners(probe: Probe): boolean {
  const address = parseAddress(probe.address);
  return address?.kind === 'command' || address?.place?.kind === 'learner';
}

async function seeFromLearner(probe: Probe, place: Workplace, signal: AbortSignal): Promise<Seen> {
  const at = new Date().toISOString();
  const value = await valueFromLearner(probe, place, signal);
  return { address: probe.address, at, value: value as Json };
}

async function valueFromLearner(
  probe: Probe,
  place: Workplace,
  signal: AbortSignal,
): Promise<unknown> {
  const address = parseAddress(probe.address);
  const listen = probe.listen ?? 2000;
  if (address?.kind === 'reach') {
    return (await import('./shell/see-reach.ts')).seeReachFromLearner(
      address.subject,
      listen,
      signal,
    );
  }
  if (address?.kind === 'resolve') {
    return (await import('./shell/see-resolve.ts')).seeResolveFromLearner(address.subject, listen);
  }
  if (address?.kind === 'file') {
    return (await import('./shell/workspace.ts')).seeWorkspaceFile(place.cwd, address.subject);
  }
  const { runScript } = await import('./shell/run-script.ts');
  return runScript(probe.run ?? '', { ...place, signal, deadline: commandDeadline });
}

async function performHere(task: Task, options: PerformOptions): Promise<Performed> {
  if (task.uses === 'file.write') {
    const { writeWorkspaceFile } = await import('./shell/workspace.ts');
    await writeWorkspaceFile(options.cwd, String(task.with.file), String(task.with.content));
    return { exit: 0, stdout: '', stderr: '', truncated: false, timedOut: false };
  }
  const { runScript } = await import('./shell/run-script.ts');
  return runScript(String(task.with.run), options);
}
