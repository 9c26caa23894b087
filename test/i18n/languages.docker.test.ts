import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { en } from '../../src/i18n/en/index.ts';
import { ko } from '../../src/i18n/ko/index.ts';
import type { Language } from '../../src/lab/lab.ts';
import { loadLab } from '../../src/lab/load-lab.ts';
import { runLabs } from '../run-labs.ts';
import { listTexts } from './catalogue.ts';
import { collapse, findFragments, listLabTexts } from './fragments.ts';

const labs = ['labs/docker-network', 'test/session/lab'];
const broken = 'test/lab/invalid';
let folder = '';
const said: Record<Language, string> = { en: '', ko: '' };

const copyOf = (lab: string) => join(folder, lab.replaceAll('/', '-'));

/** What a person reads of one command line, whatever came of it. */
async function read(language: Language, ...args: string[]): Promise<number | null> {
  const env = {
    LABS_HOME: join(folder, 'home'),
    COLUMNS: '2000',
    LC_ALL: language === 'ko' ? 'ko_KR.UTF-8' : 'C',
  };
  const { stdout, stderr, exit } = await runLabs(args, env);
  said[language] += `\n$ ${args.join(' ')}\n${stdout}\n${stderr}`;
  return exit;
}

/** In both languages, the one right after the other: what is there is the same. */
async function readBoth(exit: number, ...args: string[]): Promise<void> {
  for (const language of ['ko', 'en'] as const) {
    expect(await read(language, ...args), said[language].slice(-2000)).toBe(exit);
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'labs-test-'));
  for (const lab of labs) {
    // What is not there does not come by waiting for it.
    await cp(lab, copyOf(lab), { recursive: true });
    const file = join(copyOf(lab), 'lab.yaml');
    await writeFile(file, (await readFile(file, 'utf8')).replace(/within: \ds/g, 'within: 50ms'));
  }
  await mkdir(join(folder, 'empty'));
});

afterAll(async () => {
  await runLabs(['clean'], { LABS_HOME: join(folder, 'home') });
  await rm(folder, { recursive: true, force: true });
});

test('every command of an attempt that needs no terminal', async () => {
  const [lab = ''] = labs;
  const copy = copyOf(lab);
  await readBoth(2, 'start', copy);
  await readBoth(1, 'check', copy, '--all', '--trust');
  await readBoth(0, 'hint', copy);
  await readBoth(0, 'solve', copy);
  await readBoth(0, 'start', copy);
  await readBoth(0, 'status');
  await readBoth(2, 'check', copy, 'nowhere');
  await play(lab);
  await readBoth(0, 'start', copy);
  await readBoth(0, 'hint', copy);
  const { steps } = await loadLab(copy);
  await readBoth(0, 'reset', copy, steps[0]?.id ?? '');
  expect(await read('ko', 'clean', '--all')).toBe(0);
  await readBoth(0, 'clean');
  expect(await read('en', 'reset', copy)).toBe(0);
  await readBoth(2, 'reset', copy);
}, 180_000);

test('another lab: its operations, questions and checks', async () => {
  const [, lab = ''] = labs;
  await readBoth(1, 'check', copyOf(lab), '--all', '--trust');
  await play(lab);
  await readBoth(0, 'clean');
}, 60_000);

/** Plays the lab in Korean; what was recorded is told in English. The solutions need the waiting. */
async function play(lab: string): Promise<void> {
  const copy = copyOf(lab);
  await cp(lab, copy, { recursive: true });
  expect(await read('ko', 'start', copy, '--auto', '--trust'), said.ko.slice(-2000)).toBe(0);
  expect(await read('en', 'start', copy, '--auto')).toBe(0);
}

test('what needs no attempt, and what goes wrong, too', async () => {
  await readBoth(0, 'list');
  await readBoth(0, 'doctor');
  await readBoth(0, 'images');
  await readBoth(0, 'validate', ...labs);
  await readBoth(2, 'validate', `${broken}/027-misspelt-uses-of-a-check`);
  await readBoth(0, '--help');
  await readBoth(0, 'images', '--help');
  await readBoth(2, 'lst');
  await readBoth(2, 'list', '--jsno');
  await readBoth(2, 'start', join(folder, 'empty'));
  await readBoth(2, 'images', 'destroy');
});

test('in the Korean run there is no English of the catalogue or of a lab', async () => {
  const definitions = await Promise.all(labs.map((lab) => loadLab(lab)));
  const english = [
    ...listTexts(en).values(),
    ...definitions.flatMap((lab) => listLabTexts(lab, 'en')),
  ];
  const korean = [
    ...listTexts(ko).values(),
    ...definitions.flatMap((lab) => listLabTexts(lab, 'ko')),
  ];
  const own = collapse(korean.join('\n'));
  const foreign = [...new Set(english.flatMap(findFragments))].filter(
    (piece) => !own.includes(piece),
  );
  expect(foreign.length).toBeGreaterThan(800);
  const run = collapse(said.ko);
  expect(run.length).toBeGreaterThan(20_000);
  expect(foreign.filter((piece) => run.includes(piece))).toEqual([]);
  // The same search finds them where they belong.
  const read = collapse(said.en);
  expect(foreign.filter((piece) => read.includes(piece)).length).toBeGreaterThan(150);
});

test('in the English run there is no Hangul at all', () => {
  expect(said.en.split('\n').filter((line) => /\p{Script=Hangul}/u.test(line))).toEqual([]);
});
