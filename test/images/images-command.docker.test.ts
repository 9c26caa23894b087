import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import type { Cli } from '../../src/cli/command.ts';
import { run } from '../../src/cli/images.ts';
import { loadWords } from '../../src/i18n/words.ts';
import { toolboxName } from '../../src/images/toolbox.ts';
import { languages } from '../../src/lab/lab.ts';
import { makeFolder } from './bundle-files.ts';

interface Ran {
  exit: number;
  out: string;
  documents: unknown[];
}

async function labsImages(
  args: string[],
  json = false,
  language: 'en' | 'ko' = 'en',
): Promise<Ran> {
  const out: string[] = [];
  const documents: unknown[] = [];
  const cli: Cli = {
    args,
    options: {},
    env: process.env,
    words: await loadWords(language),
    signal: new AbortController().signal,
    terminal: { columns: 80, interactive: false, color: false },
    wantsJson: json,
    out: (line) => void out.push(line),
    err: () => undefined,
    json: (document) => void documents.push(document),
  };
  const exit = await run(cli);
  return { exit, out: out.join('\n'), documents };
}

async function expectDocument({ documents, out }: Ran): Promise<void> {
  const schema = JSON.parse(await readFile('schemas/images.schema.json', 'utf8'));
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
  expect(documents).toHaveLength(1);
  validate(documents[0]);
  expect(validate.errors).toBeNull();
  expect(out).toBe('');
}

describe('labs images', () => {
  test.each(languages)('tells in %s what is on the engine', async (language) => {
    await labsImages(['install']);
    const { exit, out } = await labsImages([], false, language);
    expect(exit).toBe(0);
    expect(out).toContain(toolboxName);
    expect(out).toMatch(/sha256:[0-9a-f]{64}/);
    expect(out).not.toMatch(/images\.|\{\{|undefined/);
  });

  test('install brings nothing when it is there already', async () => {
    await labsImages(['install']);
    const ran = await labsImages(['install'], true);
    await expectDocument(ran);
    expect(ran.documents[0]).toMatchObject({ action: 'install', brought: false });
  });

  test('save and load make one document each, by their schema', async () => {
    await using folder = await makeFolder();
    const file = join(folder.path, 'images.tar');
    await labsImages(['install']);
    const saved = await labsImages(['save', file], true);
    await expectDocument(saved);
    expect(saved.documents[0]).toMatchObject({ bundle: { file, images: [{ name: toolboxName }] } });
    const loaded = await labsImages(['load', file], true);
    await expectDocument(loaded);
    expect(loaded.documents[0]).toMatchObject({
      action: 'load',
      file,
      images: [{ state: 'present' }],
    });
  });

  test.each([[['serve']], [['install', 'x']], [['toString']]])('refuses %j', async (args) => {
    await expect(labsImages(args)).rejects.toMatchObject({
      code: 'images.unknown-action',
      exit: 2,
    });
  });

  test.each(['save', 'load'])('%s without a file says so', async (action) => {
    await expect(labsImages([action])).rejects.toMatchObject({ code: 'images.no-file', exit: 2 });
  });
});
