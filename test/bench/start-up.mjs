import { time, timePairs } from './measure.mjs';

/** `labs --version` and `labs list` beside a Node that does nothing. */
export async function benchStartUp({ runs, bin, env }) {
  const node = process.execPath;
  const nothing = () => time([node, '-e', '0'], { env });
  const rows = [];
  for (const command of ['--version', 'list']) {
    const labs = () => time([node, bin, command], { env });
    await labs();
    rows.push({
      what: `labs ${command}`,
      beside: 'node -e 0',
      aim: 1.25,
      ...(await timePairs(runs * 2, labs, nothing)),
    });
  }
  return { rows, notes: [] };
}
