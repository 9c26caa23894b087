import { homedir } from 'node:os';
import type Docker from 'dockerode';
import type { Probe } from '../../facts/fact.ts';
import type { DockerEngineValue } from '../../facts/values.ts';
import type { EngineObject, Performed, PerformOptions, Seen, Task } from '../engine.ts';
import { buildLook } from './build-look.ts';
import { call } from './call.ts';
import type { Change } from './change.ts';
import { changes } from './changes.ts';
import { connect } from './connect.ts';
import { deadlines } from './deadlines.ts';
import { findEndpoint } from './endpoint.ts';
import type { Environment } from './environment.ts';
import { kindsSeen } from './kinds-seen.ts';
import type { Look } from './look.ts';
import { findHelpers, findObject, findOwned } from './objects.ts';
import { performTask } from './operations/perform.ts';
import type { Helper } from './probe/helper.ts';
import { type Removal, type RemoveOptions, removeObject } from './remove.ts';
import { see } from './see.ts';

/** A Docker engine that has answered. */
export interface DockerEngine {
  /** The client, with the API version agreed on. */
  readonly docker: Docker;
  /** As DOCKER_HOST would say it. */
  readonly endpoint: string;
  /** The engine's own id: the same through every door. */
  readonly id: string;
  readonly value: DockerEngineValue;
  /** One observation: its probes share what they have asked. */
  look(signal: AbortSignal, helper: () => Promise<Helper>): Look;
  /** Sees one fact. A deadline or a failure of the engine becomes `unobserved`. */
  see(look: Look, probe: Probe): Promise<Seen>;
  /** Performs a `docker.*` operation; throws a Failure when the engine will not. */
  perform(task: Task, options: PerformOptions): Promise<Performed>;
  /** What happens from now on; throws `docker.lost` when the engine goes away. */
  changes(signal: AbortSignal): AsyncIterable<Change>;
  /** The object of exactly this name. */
  find(kind: EngineObject['kind'], name: string): Promise<EngineObject | undefined>;
  /** Everything that carries the label of an attempt, or of any, in the order of removal. */
  owned(attempt?: string): Promise<EngineObject[]>;
  /** The helpers of an attempt, or of all, whose runners may be gone. */
  helpers(attempt?: string): Promise<EngineObject[]>;
  /** Whether the engine answers right now. */
  answers(signal: AbortSignal): Promise<boolean>;
  remove(object: EngineObject, options?: RemoveOptions): Promise<Removal>;
  /** Ends every connection, also those in use. */
  close(): void;
}

export interface ConnectOptions {
  env?: Environment;
  signal?: AbortSignal;
  /** Milliseconds for the engine's first answers. */
  deadline?: number;
}

/**
 * Finds the engine as the docker command does, and agrees with it on an API version. Throws a
 * Failure with exit code 3: `docker.no-endpoint`, `docker.no-answer`, `docker.denied`,
 * `docker.too-old`, `docker.too-new`, and those of `findEndpoint`.
 */
export async function connectDocker(options: ConnectOptions = {}): Promise<DockerEngine> {
  const { env = process.env, signal, deadline = deadlines.connect } = options;
  const endpoint = await findEndpoint(env, env.HOME || homedir());
  const { docker, id, value, close } = await connect(endpoint, { signal, deadline });
  const kinds = kindsSeen(value);
  return {
    docker,
    endpoint: endpoint.described,
    id,
    value,
    look: (lookSignal, helper) => buildLook(docker, lookSignal, helper),
    see: (look, probe) => see(look, probe, kinds),
    perform: (task, performOptions) => performTask(docker, task, performOptions),
    changes: (changesSignal) => changes(docker, changesSignal),
    find: (kind, name) => findObject(docker, kind, name),
    owned: (attempt) => findOwned(docker, attempt),
    helpers: (attempt) => findHelpers(docker, attempt),
    answers: (pingSignal) => answers(docker, pingSignal),
    remove: (object, removeOptions) => removeObject(docker, object, removeOptions),
    close,
  };
}

async function answers(docker: Docker, signal: AbortSignal): Promise<boolean> {
  const options = { deadline: deadlines.connect, signal, what: 'docker ping' };
  // Its types know no options, its code does.
  const ping = docker.ping.bind(docker) as unknown as (given: object) => Promise<unknown>;
  return call((abortSignal) => ping({ abortSignal }), options).then(
    () => true,
    () => false,
  );
}
