import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeFrame, FrameReader } from '../../../../src/engines/docker/probe/frame.ts';
import { buildHelperContainer } from '../../../../src/engines/docker/probe/helper-container.ts';
import { readScript } from '../../../../src/engines/docker/probe/read-script.ts';
import { startHelper } from '../../../../src/engines/docker/probe/start-helper.ts';
import { docker, image, inside, owner, useBench } from './bench.ts';

const bench = useBench('helper');

/** Takes connections, and never says a word. */
const mute = [
  'python3',
  '-c',
  'import socket, time; s = socket.create_server(("0.0.0.0", 80)); time.sleep(600)',
];

async function markOf(of: string) {
  const { Pid: pid } = (await docker.getContainer(bench.name(of)).inspect()).State;
  return { pid, started: await bench.helper().started(pid, 1000) };
}

async function runMute(of: string) {
  await bench.run(of, { command: mute });
  const process = await markOf(of);
  await expect
    .poll(() => bench.helper().connect('127.0.0.1', 80, { process, deadline: 1000 }))
    .toBe('connected');
  return process;
}

/** A far end spoken to byte by byte. */
async function openRaw() {
  const create = buildHelperContainer(image, owner, await readScript());
  const container = await docker.createContainer(create);
  const attach = { stream: true, stdin: true, stdout: true, stderr: true, hijack: true };
  const stream = (await container.attach(attach)) as Duplex;
  const frames: string[][] = [];
  const reader = new FrameReader();
  const out = new PassThrough();
  let errors = '';
  out.on('data', (chunk) => {
    for (const frame of reader.push(chunk)) frames.push(frame.map(String));
  });
  const err = new PassThrough();
  err.on('data', (chunk) => {
    errors += chunk;
  });
  docker.modem.demuxStream(stream, out, err);
  const gone = container.wait({ condition: 'removed' });
  await container.start();
  return { container, stream, frames, gone, errors: () => errors };
}

test('it is ready and answers fast', async () => {
  await bench.run('fast');
  const process = await markOf('fast');
  const times: number[] = [];
  for (let i = 0; i < 30; i++) {
    const started = performance.now();
    await bench.helper().namespaces(process, 1000);
    times.push(performance.now() - started);
  }
  // 1–2 ms on a machine at rest; the tests run beside others.
  expect(times.sort((a, b) => a - b)[15]).toBeLessThan(20);
});

test('many questions at once, more than run at a time', async () => {
  await bench.run('many');
  const process = await markOf('many');
  const answers = await Promise.all(
    Array.from({ length: 100 }, () =>
      bench.helper().run(['ip', '-j', 'addr', 'show'], { process, deadline: 20_000 }),
    ),
  );
  const [first] = answers;
  expect(first?.exit).toBe(0);
  for (const answer of answers) expect(answer).toEqual(first);
});

test('what is not allowed is refused, whatever its options', async () => {
  const helper = bench.helper();
  for (const args of [
    [],
    ['sh', '-c', 'id'],
    ['/bin/ip', 'addr', 'show'],
    ['python3', '-c', ''],
    ['ip', 'netns', 'exec', 'x', 'id'],
    ['ip', '-batch', '/etc/passwd'],
    ['ip', 'link', 'add', 'x', 'type', 'veth'],
    ['ip', 'addr', 'sh'],
    ['bridge', 'fdb', 'add', 'x'],
    ['curl', '--url', 'file:///etc/passwd'],
    ['curl', '--url', 'http://127.0.0.1:1/', '--output', '/tmp/x'],
    ['curl', '--config', '/etc/passwd'],
    ['curl', '--proto', '=file', '--url', 'http://127.0.0.1:1/'],
    ['curl', '--next', '--url', 'http://127.0.0.1:1/'],
    ['curl', 'http://127.0.0.1:1/'],
    ['nslookup', '-type=a', '-x', '127.0.0.1'],
    ['nslookup', 'name'],
    ['ip', 'addr', 'show\0x'],
  ]) {
    await expect(helper.run(args, { deadline: 1000 }), args.join(' ')).rejects.toMatchObject({
      code: 'refused',
    });
  }
});

test('a program is ended at its deadline, with its children, and the answer says so', async () => {
  const process = await runMute('slow');
  const started = Date.now();
  const answer = await bench.helper().run(['curl', '--silent', '--url', 'http://127.0.0.1/'], {
    process,
    deadline: 300,
  });
  expect(answer).toMatchObject({ timedOut: true, exit: null });
  expect(Date.now() - started).toBeLessThan(1500);
});

test('a question is taken back when its asker is aborted', async () => {
  const process = await runMute('back');
  const end = new AbortController();
  const answer = bench.helper().run(['curl', '--silent', '--url', 'http://127.0.0.1/'], {
    process,
    deadline: 60_000,
    signal: end.signal,
  });
  end.abort(new Error('enough'));
  await expect(answer).rejects.toThrow('enough');
  await expect
    .poll(async () =>
      inside(docker.getContainer(bench.name('back')), 'netstat -tn | grep -c EST || true'),
    )
    .toBe('0');
});

test('output beyond the limit is cut', async () => {
  const answer = await bench.helper().run(['ip', '-j', '-d', 'addr', 'show'], {
    deadline: 5000,
    limit: 100,
  });
  expect(answer.truncated).toBe(true);
  expect(answer.stdout.length).toBe(100);
});

test('it has two capabilities, and a root that cannot be written', async () => {
  const [found] = await docker.listContainers({
    filters: { label: ['labs.role=helper', 'labs.attempt=probe-tests'] },
  });
  const { HostConfig, Config } = await docker.getContainer(found?.Id ?? '').inspect();
  expect(HostConfig).toMatchObject({
    CapDrop: ['ALL'],
    Privileged: false,
    ReadonlyRootfs: true,
    AutoRemove: true,
    NetworkMode: 'host',
    PidMode: 'host',
  });
  expect(HostConfig.CapAdd?.map((name: string) => name.replace('CAP_', '')).sort()).toEqual([
    'SYS_ADMIN',
    'SYS_PTRACE',
  ]);
  expect(Config.Labels).toMatchObject({ 'labs.role': 'helper', 'labs.lab': 'probe' });
});

test('malformed requests neither stop nor end it', async () => {
  const { stream, frames, gone, errors } = await openRaw();
  let count = 0;
  const answered = async () => {
    const id = `ask-${count++}`;
    stream.write(encodeFrame(['namespaces', id, '', '', '1000', '100']));
    await expect.poll(() => frames.find((frame) => frame[1] === id)?.[0]).toBe('answer');
  };
  const word = fc.oneof(
    fc.constantFrom(
      'run',
      'read',
      'connect',
      'cancel',
      'started',
      'netnsid',
      '',
      '-1',
      '99999999999999',
      'ip',
    ),
    fc.string(),
    fc.uint8Array({ maxLength: 40 }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(word, { maxLength: 9 }), { maxLength: 5 }),
      async (requests) => {
        for (const fields of requests) stream.write(encodeFrame(fields));
        await answered();
      },
    ),
    { numRuns: 60 },
  );
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (body) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(body.length);
      stream.write(Buffer.concat([length, body]));
      await answered();
    }),
    { numRuns: 60 },
  );
  const large = Buffer.alloc(4 + 300_000);
  large.writeUInt32BE(300_000);
  stream.write(large);
  await answered();
  stream.end();
  await gone;
  expect(errors()).toBe('');
});

test('it ends with its stdin, whatever stood there last', async () => {
  const { stream, gone } = await openRaw();
  stream.write(Buffer.from([0x7f, 0xff, 0xff, 0xff, 1, 2, 3]));
  stream.end();
  await gone;
});

test('it dies with a runner that is killed', async () => {
  const create = JSON.stringify(buildHelperContainer(image, owner, await readScript()));
  const runner = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `
    import Docker from 'dockerode';
    const container = await new Docker().createContainer(${create});
    const stream = await container.attach({ stream: true, stdin: true, stdout: true, hijack: true });
    await container.start();
    stream.once('data', () => process.stdout.write(container.id + '\\n'));
  `,
  ]);
  const [line] = await once(runner.stdout, 'data');
  const id = String(line).trim();
  expect((await docker.getContainer(id).inspect()).State.Running).toBe(true);
  runner.kill('SIGKILL');
  await expect
    .poll(
      () =>
        docker
          .getContainer(id)
          .inspect()
          .then(
            () => 'there',
            (error) => error.statusCode,
          ),
      { timeout: 10_000 },
    )
    .toBe(404);
});

test('one that is removed rejects what waits, and what is asked later', async () => {
  const helper = await startHelper(docker, { image, owner: { ...owner, attempt: 'probe-lost' } });
  const [found] = await docker.listContainers({ filters: { label: ['labs.attempt=probe-lost'] } });
  const process = await runMute('lost');
  const url = ['--url', 'http://127.0.0.1/'];
  const waiting = helper.run(['curl', ...url], { process, deadline: 30_000 });
  const rejected = expect(waiting).rejects.toMatchObject({ code: 'probe.helper-lost' });
  await docker.getContainer(found?.Id ?? '').remove({ force: true });
  await rejected;
  expect(helper.alive).toBe(false);
  await expect(helper.namespaces('helper', 1000)).rejects.toMatchObject({
    code: 'probe.helper-lost',
  });
  await helper.close();
});

test('close leaves nothing behind', async () => {
  const helper = await startHelper(docker, { image, owner: { ...owner, attempt: 'probe-close' } });
  await helper.close();
  const filters = { label: ['labs.attempt=probe-close'] };
  expect(await docker.listContainers({ all: true, filters })).toEqual([]);
});

test('without its image it says which', async () => {
  await expect(startHelper(docker, { image: 'prb-none:1', owner })).rejects.toMatchObject({
    code: 'probe.no-toolbox',
    values: { image: 'prb-none:1' },
  });
});

test('a start that is aborted leaves nothing behind', async () => {
  const attempt = 'probe-aborted';
  for (const milliseconds of [5, 20, 40, 60, 80]) {
    const signal = AbortSignal.timeout(milliseconds);
    const started = await startHelper(docker, {
      image,
      owner: { ...owner, attempt },
      signal,
    }).catch(() => undefined);
    await started?.close();
  }
  await expect
    .poll(() =>
      docker.listContainers({ all: true, filters: { label: [`labs.attempt=${attempt}`] } }),
    )
    .toEqual([]);
});
