import { once } from 'node:events';
import { Writable } from 'node:stream';
import type Docker from 'dockerode';
import { exitCodes, Failure } from '../../../failure.ts';
import { labels } from '../../engine.ts';
import { call } from '../call.ts';

/**
 * Each tool does what labs need of it: a page served by busybox comes back through curl, `ip`
 * answers in JSON, python3 has the modules of the probe helper. Prints one line a tool.
 */
const proof = `set -e
mkdir /tmp/proof && cd /tmp/proof && echo served > index.html
httpd -p 127.0.0.1:8099 -h /tmp/proof
test "$(curl -fsS --retry 5 --retry-connrefused http://127.0.0.1:8099/index.html)" = served
curl --version | head -n 1
ip -j address show dev lo | grep -q '"ifname":"lo"'
python3 -c 'import errno, os, select, stat, struct, subprocess, time, _socket'
bridge -j link > /dev/null
ip -V
python3 --version
busybox | head -n 1
nsenter --version
ping -V
iptables-nft --version
tcpdump --version 2>&1 | head -n 1
`;

const deadline = 60_000;

/** In bytes; the tools say far less. */
const outputLimit = 64 * 1024;

/**
 * Runs the image's tools in a container without a network or capabilities, which goes when it is
 * done. Returns
 * what they say of their versions. Throws `images.proof-failed` with what was printed.
 */
export async function proveImage(
  docker: Docker,
  name: string,
  signal: AbortSignal,
): Promise<string[]> {
  const what = `docker run --rm --network none ${name} sh -ec …`;
  const options = { deadline, signal, what };
  const container = await call(() => create(docker, name), options);
  try {
    const { exit, output } = await call(() => run(container), options);
    const lines = output.split('\n').filter((line) => line.trim() !== '');
    if (exit === 0) return lines;
    const detail = lines.slice(-6).join('\n');
    throw new Failure('images.proof-failed', exitCodes.operation, { image: name, detail, exit });
  } finally {
    await container.remove({ force: true, v: true });
  }
}

function create(docker: Docker, name: string): Promise<Docker.Container> {
  return docker.createContainer({
    Image: name,
    Cmd: ['sh', '-c', proof],
    Labels: { [labels.role]: 'helper' },
    HostConfig: { NetworkMode: 'none', CapDrop: ['ALL'], SecurityOpt: ['no-new-privileges'] },
  });
}

async function run(container: Docker.Container): Promise<{ exit: number; output: string }> {
  const stream = await container.attach({ stream: true, stdout: true, stderr: true });
  const chunks: Buffer[] = [];
  let size = 0;
  const both = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (size < outputLimit) chunks.push(chunk);
      size += chunk.length;
      done();
    },
  });
  container.modem.demuxStream(stream, both, both);
  const ended = once(stream, 'end');
  await container.start();
  const { StatusCode: exit } = await container.wait();
  await ended;
  return { exit, output: printable(Buffer.concat(chunks).toString('utf8')) };
}

/** The image may be a stranger's, and this goes to a terminal. */
function printable(text: string): string {
  return text.replace(/[^\P{C}\n]/gu, '');
}
