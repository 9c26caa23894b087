import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildBareCommands } from './bare-commands.mjs';
import { labs, readBuiltLab, readValues } from './labs.mjs';
import { comparePairs, median, time } from './measure.mjs';

/** `labs start LAB --auto` of a whole lab beside its own commands in a bash script. */
export async function benchAuto({ runs, bin, env, work, lab: id }) {
  const lab = await readBuiltLab(bin, id);
  const all = [];
  const bare = [];
  let heard = 0;
  for (let i = 0; i < runs; i++) {
    const home = { ...env, LABS_HOME: join(work, `auto-${i}`) };
    try {
      const auto = await time([process.execPath, bin, 'start', id, '--auto'], { env: home });
      const values = await readValues(bin, id, home);
      const entries = await readJournal(home.LABS_HOME, id);
      heard = sumListening(lab, entries);
      await labs(bin, ['clean', id], home);
      const script = join(work, `bare-${i}.sh`);
      await writeFile(script, buildBareCommands(lab, values, skippedIn(entries)));
      const { total, evidence } = await timeBare(script, join(work, 'bare'), env);
      all.push([auto - heard, total]);
      bare.push([auto - heard, total - evidence]);
      await removeNamed(lab, env);
    } finally {
      await labs(bin, ['clean', id], home);
    }
  }
  const evidence = median(all.map(([, total], i) => total - bare[i][1]));
  const what = `labs start ${id} --auto`;
  return {
    rows: [
      { what, beside: 'its commands in bash', aim: 1.2, ...comparePairs(all) },
      { what, beside: '… without the evidence', ...comparePairs(bare) },
    ],
    notes: [
      `--auto and the script perform the same commands in the same order: each step's set-up, its first solution, and its evidence (what the report shows; ${seconds(evidence)} of the script), and remove a step's objects before the next. Only --auto looks, judges, answers and writes its journal. In the second row the evidence is left out of the script alone, not of --auto.`,
      `Left out of --auto: ${seconds(heard)} in which checks that expect silence listened as long as the lab declares (of each step the longest, since its checks listen at once).`,
    ],
  };
}

const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

async function timeBare(script, cwd, env) {
  await mkdir(cwd, { recursive: true });
  const child = spawn('bash', [script], { cwd, env, stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const begun = performance.now();
  const marks = [];
  let said = '';
  child.stderr.on('data', (chunk) => {
    said = (said + chunk).slice(-4000);
  });
  child.stdio[3].on('data', (chunk) => {
    for (const _ of String(chunk)) marks.push(performance.now());
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`exit ${code}: bash ${script}\n${said}`);
  const evidence = marks.reduce((sum, at, i) => (i % 2 === 1 ? sum + at - marks[i - 1] : sum), 0);
  return { total: performance.now() - begun, evidence };
}

/** What the script has left; its names are the lab's, and were free when the run began. */
async function removeNamed(lab, env) {
  const named = (kind) =>
    Object.values(lab.names).flatMap((one) => (one.kind === kind ? [one.name] : []));
  const commands = [
    ['docker', 'rm', '-f', '-v', ...named('container')],
    ['docker', 'network', 'rm', ...named('network')],
  ];
  // It complains of those that are not there.
  for (const command of commands) await time(command, { env }).catch(() => {});
}

async function readJournal(home, lab) {
  const folder = join(home, 'data/attempts', lab);
  const [attempt] = await readdir(folder);
  const lines = (await readFile(join(folder, attempt, 'journal.jsonl'), 'utf8')).trim().split('\n');
  return lines.map((line) => JSON.parse(line));
}

const skippedIn = (entries) =>
  new Set(entries.filter(({ type }) => type === 'skipped').map(({ step }) => step));

/** How long the steps listened to silence, in milliseconds: as declared, where there was silence. */
function sumListening(lab, entries) {
  const values = new Map(
    entries.flatMap((entry) => (entry.type === 'fact' ? [[entry.digest, entry.value]] : [])),
  );
  const passed = entries.filter(({ type }) => type === 'passed').map((entry) => entry.observation);
  let sum = 0;
  for (const { step, observation, facts } of entries) {
    if (facts === undefined || !passed.includes(observation)) continue;
    const silent = Object.entries(facts).filter(
      ([, { digest }]) => values.get(digest)?.outcome === 'silence',
    );
    const { checks } = lab.steps.find(({ id }) => id === step);
    const listened = checks
      .filter(({ uses }) => uses === 'reach' || uses === 'resolve')
      .filter((check) => silent.some(([address]) => isAbout(check, address)))
      .map((check) => parseDuration(check.with.listen ?? '0ms'));
    sum += Math.max(0, ...listened);
  }
  return sum;
}

/** Whether the address is this check's: by its last part, which names are filled in. */
function isAbout({ uses, with: { to, name } }, address) {
  const target = uses === 'reach' ? to : name;
  const pattern = target
    .split(/\$\{\{[^}]*\}\}/)
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('.+');
  return new RegExp(`^${uses}/.*${pattern}$`).test(address);
}

function parseDuration(text) {
  const [, number, unit] = /^([\d.]+)(ms|s|m)$/.exec(text);
  return Number(number) * { ms: 1, s: 1000, m: 60_000 }[unit];
}
