import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Runs a command to its end; its wall time in milliseconds. Throws with what it said unless it
 * exits with 0: what fails at once would look fast.
 */
export async function time([command, ...args], { env, cwd } = {}) {
  const begun = process.hrtime.bigint();
  const child = spawn(command, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said = (said + chunk).slice(-4000);
    });
  }
  const [code] = await once(child, 'close');
  const milliseconds = Number(process.hrtime.bigint() - begun) / 1e6;
  if (code !== 0) throw new Error(`exit ${code}: ${[command, ...args].join(' ')}\n${said}`);
  return milliseconds;
}

/**
 * Times `a` and `b` in turns, so that what else the machine does meets both alike, and compares
 * each run of `a` with the run of `b` that followed it.
 */
export async function timePairs(runs, a, b) {
  const pairs = [];
  for (let i = 0; i < runs; i++) pairs.push([await a(), await b()]);
  return comparePairs(pairs);
}

/** The medians of both sides, and of the ratios of the pairs the least, the median and the most. */
export function comparePairs(pairs) {
  const ratios = pairs.map(([a, b]) => a / b);
  return {
    runs: pairs.length,
    a: median(pairs.map(([a]) => a)),
    b: median(pairs.map(([, b]) => b)),
    ratio: spread(ratios),
  };
}

export function spread(numbers) {
  return { min: Math.min(...numbers), median: median(numbers), max: Math.max(...numbers) };
}

export function median(numbers) {
  const sorted = [...numbers].sort((x, y) => x - y);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
