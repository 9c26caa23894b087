import { Unseen } from '../../unseen.ts';
import type { Channel } from './channel.ts';
import type { Answer, FileStart, Helper } from './helper.ts';

const outputLimit = 1024 * 1024;
/** For answers of a few words. */
const fewWords = 65_536;

/** A helper that speaks over this channel. */
export function buildHelper(channel: Channel, close: () => Promise<void>): Helper {
  return {
    get alive() {
      return channel.alive;
    },
    run: (args, { process, limit = outputLimit, ...ask }) =>
      channel.ask('run', process, args, { ...ask, limit }),
    connect: async (address, port, { process, ...ask }) => {
      const answer = await channel.ask('connect', process, [address, String(port)], {
        ...ask,
        limit: fewWords,
      });
      return answer.timedOut ? 'timeout' : text(answer);
    },
    read: async (path, { process, ...ask }) =>
      parseRead(path, await channel.ask('read', process, [path], ask), ask.limit),
    started: async (pid, deadline) => {
      const mark = { pid, started: '' };
      return text(await channel.ask('started', mark, [], { deadline, limit: fewWords }));
    },
    namespaces: async (process, deadline) => {
      const [mark, whose] = typeof process === 'object' ? [process, []] : [undefined, [process]];
      const answer = await channel.ask('namespaces', mark, whose, { deadline, limit: fewWords });
      const rows = text(answer).split('\n');
      return Object.fromEntries(rows.map((row) => row.split(' ')));
    },
    netnsid: async (process, deadline) => {
      const answer = await channel.ask('netnsid', process, [], { deadline, limit: fewWords });
      const id = text(answer);
      if (id === 'host') return id;
      return Number(id) >= 0 ? Number(id) : null;
    },
    close,
  };
}

function text(answer: Answer): string {
  return answer.stdout.toString('utf8').trim();
}

/** Exit 0: the size is on stderr; 1: there is no such file; 2: refused, with the reason there. */
function parseRead(path: string, answer: Answer, limit: number): FileStart | null {
  if (answer.timedOut) throw new Unseen('deadline', path);
  if (answer.exit === 1) return null;
  if (answer.exit !== 0) throw new Unseen('refused', `${path}: ${answer.stderr.toString('utf8')}`);
  const content = answer.stdout;
  const size = Math.max(Number(answer.stderr), content.length);
  return { content, size, truncated: size > limit };
}
