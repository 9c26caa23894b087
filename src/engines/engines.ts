import { parseAddress } from '../facts/address.ts';
import type { Probe } from '../facts/fact.ts';
import { toolboxName } from '../images/toolbox.ts';
import type { Json } from '../json.ts';
import type { DockerEngine } from './docker/docker.ts';
import type { Look } from './docker/look.ts';
import type { Helper } from './docker/probe/helper.ts';
import type { Owner, Performed, PerformOptions, Seen, Task } from './engine.ts';

/** Everything outside: the Docker engine with its probe helper, and the learner's own shell. */
export interface Engines {
  docker: DockerEngine;
  /** What the facts of one observation share. */
  look(signal: AbortSignal): Look;
  see(look: Look, probe: Probe, place: Workplace): Promise<Seen>;
  perform(task: Task, options: PerformOptions): Promise<Performed>;
  /** The probe helper; it is started by the first call. */
  helper(): Promise<Helper>;
  close(): Promise<void>;
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
  let helper: Promise<Helper> | undefined;
  const startOnce = () => {
    helper ??= startHelperLate(docker, owner).catch((error) => {
      helper = undefined;
      throw error;
    });
    return helper;
  };
  return {
    docker,
    helper: startOnce,
    look: (lookSignal) => docker.look(lookSignal, startOnce),
    see: (look, probe, place) =>
      isLearners(probe) ? seeFromLearner(probe, place, look.signal) : docker.see(look, probe),
    perform: (task, options) =>
      task.uses.startsWith('docker.') ? docker.perform(task, options) : performHere(task, options),
    close: async () => {
      await (await helper?.catch(() => undefined))?.close();
      docker.close();
    },
  };
}

async function startHelperLate(docker: DockerEngine, owner: Owner): Promise<Helper> {
  const { startHelper } = await import('./docker/probe/start-helper.ts');
  return startHelper(docker.docker, { image: toolboxName, owner });
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
