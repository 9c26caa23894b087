import type { Duplex } from 'node:stream';
import { Writable } from 'node:stream';
import type Docker from 'dockerode';
import { exitCodes, Failure } from '../../../failure.ts';
import type { Owner } from '../../engine.ts';
import { call } from '../call.ts';
import { tolerate } from '../tolerate.ts';
import { buildHelper } from './build-helper.ts';
import { Channel } from './channel.ts';
import { createContainer } from './create-container.ts';
import { encodeFrame } from './frame.ts';
import type { Helper } from './helper.ts';
import { buildHelperContainer } from './helper-container.ts';
import { readScript } from './read-script.ts';

/** Milliseconds for each call of the engine, and for the first word of the helper. */
const deadline = 20_000;
const what = 'labs probe helper';

/**
 * Starts the probe helper and waits for its first word. Failure: `probe.no-toolbox` when the image
 * is not on the engine, `probe.helper-start` when it ends at once, else what the engine says.
 */
export async function startHelper(
  docker: Docker,
  { image, owner, signal }: { image: string; owner: Owner; signal?: AbortSignal },
): Promise<Helper> {
  const script = await readScript();
  const options = { deadline, signal, what };
  const create = buildHelperContainer(image, owner, script);
  const container = await createContainer(docker, create, options);
  try {
    const stream = await call(
      (abortSignal) =>
        container.attach({
          stream: true,
          stdin: true,
          stdout: true,
          stderr: true,
          hijack: true,
          abortSignal,
        }),
      options,
    );
    const channel = open(docker, stream as Duplex);
    await call((abortSignal) => container.start({ abortSignal }), options);
    await call(() => channel.ready, options);
    return buildHelper(channel, () => close(container, stream as Duplex));
  } catch (error) {
    await remove(container).catch(() => {});
    throw error;
  }
}

/** Joins the stream and a channel; whatever ends the stream loses the channel. */
function open(docker: Docker, stream: Duplex): Channel {
  const channel = new Channel((bytes) => stream.write(bytes));
  let words = '';
  let ready = false;
  channel.ready.then(
    () => {
      ready = true;
    },
    () => {},
  );
  const lose = (cause?: unknown) => {
    const code = ready ? 'probe.helper-lost' : 'probe.helper-start';
    const said = words.trim() || (cause instanceof Error ? cause.message : '');
    channel.lose(new Failure(code, exitCodes.operation, { words: said }, { cause }));
    stream.destroy();
  };
  const out = sink((chunk) => {
    try {
      channel.receive(chunk);
    } catch (error) {
      lose(error);
    }
  });
  const err = sink((chunk) => {
    words = (words + chunk.toString('utf8')).slice(-2000);
  });
  docker.modem.demuxStream(stream, out, err);
  for (const event of ['end', 'close', 'error'] as const) stream.on(event, lose);
  stream.write(encodeFrame(['cancel', 'hello']));
  return channel;
}

function sink(take: (chunk: Buffer) => void): Writable {
  return new Writable({
    write: (chunk, _, done) => {
      take(chunk);
      done();
    },
  });
}

/** With its stdin closed it ends, and the engine removes it; one that does not is removed by force. */
async function close(container: Docker.Container, stream: Duplex): Promise<void> {
  const gone = tolerate([404], () =>
    call((abortSignal) => container.wait({ condition: 'removed', abortSignal }), {
      deadline: 3000,
      what,
    }),
  );
  stream.end();
  await gone.catch(() => remove(container));
}

async function remove(container: Docker.Container): Promise<void> {
  await tolerate([404, 409], () =>
    call((abortSignal) => container.remove({ force: true, abortSignal }), { deadline, what }),
  );
}
