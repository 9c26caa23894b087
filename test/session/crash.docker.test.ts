import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Entry } from '../../src/journal/entry.ts';
import { takeSnapshot } from '../engine-snapshot.ts';
import { runLabs, startLabs } from '../run-labs.ts';
import { tempFolder } from '../temp-folder.ts';

const lab = 'test/session/lab';

/** The whole entries of the one attempt below a LABS_HOME, while another process writes them. */
function readEntries(home: string): Entry[] {
  const root = join(home, 'data/attempts/small');
  try {
    const [attempt = ''] = readdirSync(root);
    const text = readFileSync(join(root, attempt, 'journal.jsonl'), 'utf8');
    return text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Entry);
  } catch {
    return [];
  }
}

/** A moment to be killed at: right after an entry of this sort was written. */
function sortOf(entry: Entry): string {
  return entry.type === 'operation' ? `${entry.phase} ${entry.uses}` : entry.type;
}

/** Plays the lab and kills the runner with SIGKILL as soon as an entry of this sort is there. */
async function playUntil(sort: string, home: string): Promise<void> {
  const child = startLabs(['start', lab, '--auto', '--trust'], { LABS_HOME: home });
  const ended = once(child, 'exit');
  while (child.exitCode === null) {
    if (readEntries(home).some((entry) => sortOf(entry) === sort)) child.kill('SIGKILL');
    await new Promise((resolve) => setImmediate(resolve));
    if (child.killed) break;
  }
  await ended;
  expect(child.killed, `the runner ended before it wrote ${sort}`).toBe(true);
}

/** Every sort of entry that a whole run writes; found out by a whole run. */
async function findSorts(): Promise<string[]> {
  const home = await tempFolder();
  const played = await runLabs(['start', lab, '--auto', '--trust'], { LABS_HOME: home });
  expect(played, played.stderr).toMatchObject({ exit: 0 });
  const sorts = [...new Set(readEntries(home).map(sortOf))];
  expect(await runLabs(['clean', 'small'], { LABS_HOME: home })).toMatchObject({ exit: 0 });
  return sorts;
}

test('killed after any sort of entry and inside any operation, a run resumes, and a clean restores', async () => {
  const before = await takeSnapshot();
  const sorts = await findSorts();
  for (const operation of ['docker.container.run', 'docker.network.connect', 'file.write', 'run']) {
    expect(sorts.some((sort) => sort.endsWith(operation))).toBe(true);
  }
  for (const sort of sorts) {
    const home = await tempFolder();
    await playUntil(sort, home);
    const passed = readEntries(home).filter(({ type }) => type === 'passed').length;
    const resumed = await runLabs(['start', lab, '--auto', '--trust'], { LABS_HOME: home });
    expect(resumed, `after ${sort}: ${resumed.stderr}`).toMatchObject({ exit: 0 });
    const steps = readEntries(home).filter(({ type }) => type === 'passed');
    expect(steps, `after ${sort}: a step that had passed was played again`).toHaveLength(3);
    expect(passed).toBeLessThanOrEqual(3);
    expect(await runLabs(['clean', 'small'], { LABS_HOME: home })).toMatchObject({ exit: 0 });
    await vi.waitFor(
      async () => expect(await takeSnapshot(), `after ${sort}`).toEqual(before),
      15_000,
    );
  }
}, 600_000);

test('killed and not resumed, a clean alone restores what was there', async () => {
  const before = await takeSnapshot();
  for (const sort of ['solution run', 'setup docker.container.run', 'passed']) {
    const home = await tempFolder();
    await playUntil(sort, home);
    const cleaned = await runLabs(['clean', 'small'], { LABS_HOME: home });
    expect(cleaned, cleaned.stderr).toMatchObject({ exit: 0 });
    await vi.waitFor(
      async () => expect(await takeSnapshot(), `after ${sort}`).toEqual(before),
      15_000,
    );
  }
}, 120_000);
