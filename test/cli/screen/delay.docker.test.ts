import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { container, docker, labHome, runWeb, startLab } from './start-lab.ts';

/** When the engine says that the container started or died, in milliseconds since the epoch. */
async function listenToEngine(): Promise<number[]> {
  const args = [
    'events',
    '--filter',
    `container=${container}`,
    '--format',
    '{{.Action}} {{.TimeNano}}',
  ];
  const events = spawn('docker', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => {
    events.kill();
  });
  await once(events, 'spawn');
  const times: number[] = [];
  createInterface({ input: events.stdout }).on('line', (line) => {
    const [action, nanoseconds] = line.split(' ');
    if (action === 'start' || action === 'die') times.push(Number(nanoseconds) / 1e6);
  });
  return times;
}

test('a mark follows the event of the engine within a second, with no key pressed', async () => {
  const times = await listenToEngine();
  const terminal = startLab({ home: await labHome() });
  await terminal.sees('✗ scr-web is running');
  await runWeb();
  await terminal.sees('✓ scr-web is running');
  const delays: number[] = [];
  for (let round = 0; round < 8; round++) {
    for (const [command, mark] of [
      [['kill', container], '✗'],
      [['start', container], '✓'],
    ] as const) {
      const seen = times.length;
      const marked = terminal.sees(`${mark} scr-web is running`).then(() => Date.now());
      await docker(...command);
      const at = await marked;
      await terminal.until(() => times.length > seen, 'for the event');
      delays.push(at - (times[seen] ?? 0));
    }
  }
  // How fast it is in the median is `scripts/bench`'s to show; a machine that is busy is no bug.
  expect(Math.max(...delays)).toBeLessThan(1000);
});
