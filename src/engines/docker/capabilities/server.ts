import type Docker from 'dockerode';
import { call } from '../call.ts';
import { createContainer } from '../probe/create-container.ts';
import { removeTrial, trialDeadline } from './run-trial.ts';
import { buildTrialContainer } from './trial-container.ts';

/** A web server on the default bridge with a published port, for the trials that need another end. */
export interface Server {
  id: string;
  name: string;
  pid: number;
  /** The port on the engine's host that Docker picked. */
  port: number;
  stop(): Promise<void>;
}

/** Starts it. After half a minute it ends by itself, should nobody be left to stop it. */
export async function startServer(
  docker: Docker,
  image: string,
  signal: AbortSignal,
): Promise<Server> {
  const options = { deadline: trialDeadline, signal, what: 'docker run -p 127.0.0.1::80' };
  const create = buildTrialContainer(image, ['timeout', '30', 'httpd', '-f', '-p', '80'], {
    NetworkMode: 'bridge',
    // 127.0.0.1 alone: nobody else is to reach it.
    PortBindings: { '80/tcp': [{ HostIp: '127.0.0.1', HostPort: '' }] },
    CapAdd: ['NET_BIND_SERVICE'],
  });
  const container = await createContainer(
    docker,
    { ...create, ExposedPorts: { '80/tcp': {} } },
    options,
  );
  try {
    await call((abortSignal) => container.start({ abortSignal }), options);
    const found = await call((abortSignal) => container.inspect({ abortSignal }), options);
    const port = Number(found.NetworkSettings.Ports?.['80/tcp']?.[0]?.HostPort);
    const { Pid: pid } = found.State;
    const stop = () => removeTrial(container);
    return { id: container.id, name: found.Name.slice(1), pid, port, stop };
  } catch (error) {
    await removeTrial(container);
    throw error;
  }
}
