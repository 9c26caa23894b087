import { randomBytes } from 'node:crypto';
import type Docker from 'dockerode';
import { labels } from '../../engine.ts';

/** A container of the doctor's: it goes by itself, and makes nothing that outlives it. */
export function buildTrialContainer(
  image: string,
  command: readonly string[],
  host: Docker.HostConfig,
): Docker.ContainerCreateOptions {
  return {
    name: `labs-trial-${randomBytes(4).toString('hex')}`,
    Image: image,
    User: '0:0',
    Entrypoint: [...command],
    Cmd: [],
    Labels: { [labels.role]: 'helper' },
    HostConfig: {
      AutoRemove: true,
      CapDrop: ['ALL'],
      SecurityOpt: ['no-new-privileges'],
      ReadonlyRootfs: true,
      PidsLimit: 64,
      LogConfig: { Type: 'none', Config: {} },
      ...host,
    },
  };
}
