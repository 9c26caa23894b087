import { randomBytes } from 'node:crypto';
import type Docker from 'dockerode';
import { labels, type Owner } from '../../engine.ts';

/**
 * The helper's container. It sees the host's processes and network, and of all capabilities it has
 * two: SYS_ADMIN to enter a network namespace, SYS_PTRACE to open `/proc/PID/ns` and
 * `/proc/PID/root` of processes with other users or capabilities than its own.
 */
export function buildHelperContainer(
  image: string,
  owner: Owner,
  script: string,
): Docker.ContainerCreateOptions {
  return {
    name: `labs-probe-${randomBytes(4).toString('hex')}`,
    Image: image,
    User: '0:0',
    WorkingDir: '/',
    // -I: nothing from the environment; -S: no site packages; -s, -u: no user's, no buffers.
    Entrypoint: ['python3', '-ISsu', '-c', script],
    Cmd: [],
    Labels: {
      [labels.role]: 'helper',
      [labels.attempt]: owner.attempt,
      [labels.lab]: owner.lab,
      [labels.step]: owner.step,
    },
    AttachStdin: true,
    AttachStdout: true,
    AttachStderr: true,
    OpenStdin: true,
    // With its only client gone, however it went, the engine closes stdin and the script ends.
    StdinOnce: true,
    HostConfig: {
      NetworkMode: 'host',
      PidMode: 'host',
      UsernsMode: 'host',
      CapDrop: ['ALL'],
      CapAdd: ['SYS_ADMIN', 'SYS_PTRACE'],
      // AppArmor's docker-default lets a container trace only peers under the same profile, and
      // SELinux only those of its own category: other containers would stay closed in both.
      SecurityOpt: ['no-new-privileges', 'apparmor=unconfined', 'label=disable'],
      ReadonlyRootfs: true,
      AutoRemove: true,
      PidsLimit: 128,
      Memory: 256 * 1024 * 1024,
      // Its answers are no log, and would fill a disk.
      LogConfig: { Type: 'none', Config: {} },
    },
  };
}
