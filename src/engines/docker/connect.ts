import type Docker from 'dockerode';
import type { DockerOptions } from 'dockerode';
import type { DockerEngineValue } from '../../facts/values.ts';
import { exitCodes, Failure } from '../../failure.ts';
import { agreeOnVersion } from './api-version.ts';
import { type CallOptions, call } from './call.ts';
import type { Endpoint } from './endpoint.ts';
import { engineValue } from './engine-value.ts';
import { modemOptions } from './modem-options.ts';

export interface Connection {
  docker: Docker;
  id: string;
  value: DockerEngineValue;
  close(): void;
}

/** The first words with an engine: what it is, and which API version both speak. */
export async function connect(
  endpoint: Endpoint,
  { signal, deadline }: Pick<CallOptions, 'signal' | 'deadline'>,
): Promise<Connection> {
  // It takes 135 ms to load, which a command that needs no engine does not pay.
  const { default: Client } = await import('dockerode');
  const options = { signal, deadline, what: 'docker version' };
  const modem = modemOptions(endpoint.host);
  const close = () => modem.agent.destroy();
  const unversioned = new Client(modem as DockerOptions);
  try {
    // Both at once: what either tells is the same in every version of the API.
    const [spoken, info] = await Promise.all([
      call(() => unversioned.version(), options),
      call(() => unversioned.info(), options),
    ]);
    const apiVersion = agreeOnVersion(spoken);
    const docker = new Client({ ...modem, version: `v${apiVersion}` } as DockerOptions);
    return { docker, id: info.ID, value: engineValue({ info, apiVersion }), close };
  } catch (error) {
    close();
    throw signal?.aborted ? error : connectFailure(error, endpoint);
  }
}

/** Says who was asked and chosen by what, since that is what a person has to put right. */
function connectFailure(error: unknown, { described, source }: Endpoint): unknown {
  if (!(error instanceof Failure)) return error;
  const { code } = (error.cause ?? {}) as NodeJS.ErrnoException;
  const values = { endpoint: described, source, words: error.values.words ?? error.code };
  const fail = (kind: string) =>
    new Failure(`docker.${kind}`, exitCodes.engine, values, { cause: error });
  if (code === 'EACCES' || code === 'EPERM') return fail('denied');
  if (code === 'ENOENT' || code === 'ECONNREFUSED') return fail('not-there');
  return /too-(old|new)$/.test(error.code) ? error : fail('no-answer');
}
