import { homedir } from 'node:os';
import type { CapabilityValue, DockerEngineValue } from '../../../facts/values.ts';
import { Failure } from '../../../failure.ts';
import { toolboxName } from '../../../images/toolbox.ts';
import type { Capability } from '../../../lab/capabilities.ts';
import { connectDocker, type DockerEngine } from '../docker.ts';
import { findEndpoint } from '../endpoint.ts';
import { type FoundImage, findImage } from '../toolbox/find-image.ts';
import { probeAll } from './probe-capability.ts';

/** What there is to say of the engine; what could not be found out is undefined. */
export interface Diagnosis {
  endpoint?: { described: string; source: string };
  engine?: DockerEngineValue;
  toolbox?: FoundImage;
  capabilities?: Record<Capability, CapabilityValue>;
  /** What ended the diagnosis before its end. */
  failure?: Failure;
}

/** Looks at everything that labs needs of Docker, as far as it gets. */
export async function diagnose(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Diagnosis> {
  const found: Diagnosis = {};
  let engine: DockerEngine | undefined;
  try {
    const { described, source } = await findEndpoint(env, env.HOME || homedir());
    found.endpoint = { described, source };
    engine = await connectDocker({ env, signal });
    found.engine = engine.value;
    const toolbox = await findImage(engine.docker, toolboxName, signal);
    if (!toolbox) return found;
    found.toolbox = toolbox;
    found.capabilities = await probeAll({ docker: engine.docker, image: toolboxName, signal });
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof Failure)) throw error;
    found.failure = error;
  } finally {
    engine?.close();
  }
  return found;
}
