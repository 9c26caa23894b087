// Speed, beside what one would do instead. Run it with scripts/bench.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { benchAuto } from './auto.mjs';
import { benchCheck } from './check.mjs';
import { benchMark } from './mark.mjs';
import { printReport } from './report.mjs';
import { benchStartUp } from './start-up.mjs';

const benches = {
  'start-up': benchStartUp,
  check: benchCheck,
  mark: benchMark,
  auto: benchAuto,
};

const usage = `scripts/bench [--only NAME]… [--runs N] [--lab ID] [--json]
  --only NAME   one of: ${Object.keys(benches).join(', ')}; all if left out
  --runs N      pairs of runs for each comparison; 10 if left out (--auto takes a third of them)
  --lab ID      the lab that --auto plays; docker-network if left out
  --json        one JSON document on stdout`;

function readArguments() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true, default: Object.keys(benches) },
      runs: { type: 'string', default: '10' },
      lab: { type: 'string', default: 'docker-network' },
      json: { type: 'boolean', default: false },
    },
  });
  const unknown = values.only.find((name) => !Object.hasOwn(benches, name));
  if (unknown !== undefined) throw new Error(`There is no bench ${unknown}.`);
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs takes a number from 1 on.`);
  return { ...values, runs };
}

async function runAll({ only, runs, lab, json }) {
  const work = await mkdtemp(join(tmpdir(), 'labs-bench-'));
  const env = { ...process.env, LABS_HOME: join(work, 'home'), LABS_LANG: 'en' };
  const bin = fileURLToPath(new URL('../../dist/bin.js', import.meta.url));
  const report = { runs, node: process.version, rows: [], notes: [] };
  try {
    for (const name of only) {
      process.stderr.write(`bench: ${name}\n`);
      const few = name === 'auto' ? Math.ceil(runs / 3) : runs;
      const { rows, notes } = await benches[name]({ runs: few, bin, env, work, lab });
      report.rows.push(...rows.map((row) => ({ bench: name, ...row })));
      report.notes.push(...notes);
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  if (json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  else printReport(report);
}

let asked;
try {
  asked = readArguments();
} catch (error) {
  process.stderr.write(`${error.message}\n${usage}\n`);
  process.exitCode = 2;
}
if (asked) {
  await runAll(asked).catch((error) => {
    process.stderr.write(`bench: ${error.message}\n`);
    process.exitCode = 1;
  });
}
