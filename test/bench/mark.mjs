import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { labs, readValues } from './labs.mjs';
import { spread, time } from './measure.mjs';

const folder = fileURLToPath(new URL('mark', import.meta.url));
/** Milliseconds that a mark may take before the bench gives up. */
const patience = 30_000;

/**
 * How long after a docker command has ended its mark stands on the screen of `labs start`, which
 * runs in a terminal of its own. A mark that is there before the command's end counts as negative.
 */
export async function benchMark({ runs, bin, env }) {
  const screen = openScreen([bin, 'start', folder, '--trust', '--lang', 'en'], env);
  try {
    await screen.sees('✗ labs-bench-mark-never is running');
    const names = await readValues(bin, 'bench-mark', env);
    const { LABS_NAMES_WEB: web, LABS_NAMES_PEER: peer, LABS_NAMES_NET: net } = names;
    const running = `${web} is running`;
    const attached = `${peer} is on the network ${net}`;
    const run = ['docker', 'run', '-d', '--name', web, names.LABS_IMAGES_TOOLBOX, 'sleep', '600'];
    const commands = [
      { what: 'docker run -d', command: run, mark: `✓ ${running}` },
      { what: 'docker network connect', command: network('connect'), mark: `✓ ${attached}` },
      { what: 'docker network disconnect', command: network('disconnect'), mark: `✗ ${attached}` },
      { what: 'docker rm -f', command: ['docker', 'rm', '-f', web], mark: `✗ ${running}` },
    ];
    function network(does) {
      return ['docker', 'network', does, net, peer];
    }
    const delays = new Map(commands.map(({ what }) => [what, []]));
    for (let i = 0; i < runs; i++) {
      for (const { what, command, mark } of commands) {
        const [ended, seen] = await Promise.all([
          time(command, { env }).then(() => performance.now()),
          screen.sees(mark),
        ]);
        delays.get(what).push(seen - ended);
      }
    }
    const rows = commands.map(({ what, mark }) => ({
      ...{ what, beside: mark.slice(0, 1), aim: 100, runs },
      delay: spread(delays.get(what)),
    }));
    const all = [...delays.values()].flat();
    rows.push({
      what: 'all of them',
      beside: '✓ ✗',
      aim: 100,
      runs: all.length,
      delay: spread(all),
    });
    return {
      rows,
      notes: [
        'The delay runs from the exit of a docker command in another process to the mark on the screen of `labs start` (a pty and a terminal emulator); below zero: the mark was there first.',
      ],
    };
  } finally {
    await screen.close();
    await labs(bin, ['clean', 'bench-mark'], env);
  }
}

/** Node with these arguments in a pty; `sees` resolves with the time when a text stands there. */
function openScreen(args, env) {
  const [cols, rows] = [100, 40];
  const screen = new xterm.Terminal({ cols, rows, allowProposedApi: true });
  const pty = spawn(process.execPath, args, { name: 'xterm-256color', cols, rows, env });
  const waiting = new Set();
  pty.onData((data) => {
    const at = performance.now();
    screen.write(data, () => {
      for (const look of waiting) look(at);
    });
  });
  screen.onData((answer) => pty.write(answer));
  const exit = new Promise((done) => pty.onExit(done));
  const text = () => {
    const { active } = screen.buffer;
    const lines = Array.from({ length: rows }, (_, i) => active.getLine(active.baseY + i));
    return lines.map((line) => line?.translateToString(true)).join('\n');
  };
  return {
    sees: (wanted) =>
      new Promise((resolve, reject) => {
        const end = (settle, value) => {
          clearTimeout(timer);
          waiting.delete(look);
          settle(value);
        };
        const look = (at) => text().includes(wanted) && end(resolve, at);
        const late = () => end(reject, new Error(`waited for ${wanted}; the screen:\n${text()}`));
        const timer = setTimeout(late, patience);
        waiting.add(look);
        look(performance.now());
      }),
    close: async () => {
      pty.kill('SIGTERM');
      await exit;
    },
  };
}
