import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { answers } from '../src/engines/docker/socket-answers.ts';

/**
 * A dockerd of a test's own, which it may kill. It runs in a network namespace of its own, so that
 * no bridge and no rule of the machine's engine is touched.
 */
export interface PrivateEngine extends AsyncDisposable {
  /** For DOCKER_HOST. */
  host: string;
  /** Like `kill -9`; resolves when it has ended. */
  kill(): Promise<void>;
  /** Starts it again on the same data. */
  restart(): Promise<void>;
}

/** Starts a second dockerd, which takes one to three seconds. Needs root, dockerd and unshare. */
export async function startPrivateEngine(): Promise<PrivateEngine> {
  const folder = await mkdtemp(join(tmpdir(), 'labs-engine-'));
  const socket = join(folder, 'docker.sock');
  let daemon = await startDaemon(folder, socket);
  const kill = () => daemon.kill();
  return {
    host: `unix://${socket}`,
    kill,
    restart: async () => {
      await kill();
      daemon = await startDaemon(folder, socket);
    },
    [Symbol.asyncDispose]: async () => {
      // Containers outlive a killed dockerd, and what they have mounted cannot be removed.
      if ((await answers(socket)) !== 'yes') daemon = await startDaemon(folder, socket);
      await removeContainers(`unix://${socket}`);
      await kill();
      await endShims(folder);
      await unmountBelow(folder);
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** A dockerd that is killed leaves its data folder mounted on itself, and its containers' files. */
async function unmountBelow(folder: string): Promise<void> {
  const mounts = (await readFile('/proc/self/mounts', 'utf8')).split('\n');
  const below = mounts
    .map((line) => line.split(' ')[1] ?? '')
    .filter((path) => path.startsWith(`${folder}/`));
  for (const path of below.reverse()) await promisify(execFile)('umount', ['-l', path]);
}

/** What ran when its dockerd was killed is in no later dockerd's hands: its shims, and their containers. */
async function endShims(folder: string): Promise<void> {
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=,ppid=,args=']);
  const all = [...stdout.matchAll(/^ *(\d+) +(\d+) +(.*)$/gm)];
  const shims = all.filter(
    ([, , , args = '']) => args.includes('containerd-shim') && args.includes(`${folder}/`),
  );
  const ids = new Set(shims.map(([, pid]) => pid));
  const inside = all.filter(([, , parent]) => ids.has(parent));
  for (const [, pid] of [...inside, ...shims]) {
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch {
      // It ended by itself meanwhile.
    }
  }
}

async function removeContainers(host: string): Promise<void> {
  const docker = async (...args: string[]) =>
    (await promisify(execFile)('docker', ['-H', host, ...args])).stdout;
  const ids = (await docker('ps', '-aq')).split('\n').filter(Boolean);
  if (ids.length > 0) await docker('rm', '-f', '-v', ...ids);
}

async function startDaemon(folder: string, socket: string) {
  await rm(join(folder, 'pid'), { force: true });
  const places = [`--host=unix://${socket}`, `--data-root=${folder}/data`];
  // What a killed dockerd has left in its exec root holds up the next one.
  const state = [`--exec-root=${await mkdtemp(join(folder, 'exec-'))}`, `--pidfile=${folder}/pid`];
  const network = ['--bridge=none', '--iptables=false', '--ip-forward=false', '--ip-masq=false'];
  // Where the machine's engine shares a containerd, this one keeps apart in it.
  const apart = [
    '--containerd-namespace=labs-test',
    '--containerd-plugins-namespace=labs-test-plugins',
  ];
  // In a network namespace of its own: `--bridge none` deletes the docker0 that it finds.
  const command = ['--net', 'dockerd', ...places, ...state, ...network, ...apart];
  const daemon = spawn('unshare', command, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  daemon.stderr.on('data', (chunk) => {
    said = (said + chunk).slice(-4_000);
  });
  // Not its pipes: what keeps its containers going holds on to them.
  const ended = once(daemon, 'exit');
  const end = Date.now() + 30_000;
  while ((await answers(socket)) !== 'yes') {
    if (daemon.exitCode !== null || Date.now() > end) {
      daemon.kill('SIGKILL');
      throw new Error(`The private dockerd did not start:\n${said}`);
    }
    await pause(50);
  }
  return {
    kill: async () => {
      daemon.kill('SIGKILL');
      await ended;
      daemon.stderr.destroy();
    },
  };
}
