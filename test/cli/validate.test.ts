import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { Cli } from '../../src/cli/command.ts';
import { run } from '../../src/cli/validate.ts';
import { loadWords } from '../../src/i18n/words.ts';
import type { Json } from '../../src/json.ts';
import type { Language } from '../../src/lab/lab.ts';

const invalid = 'test/lab/invalid/027-misspelt-uses-of-a-check';
const valid = 'test/lab/valid/minimal';

async function validate(args: string[], language: Language = 'en', wantsJson = false) {
  const out: string[] = [];
  const err: string[] = [];
  const documents: Json[] = [];
  const cli: Cli = {
    args,
    options: {},
    env: {},
    words: await loadWords(language),
    signal: new AbortController().signal,
    terminal: { columns: 80, interactive: false, color: false },
    wantsJson,
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    json: (document) => documents.push(document),
  };
  return { exit: await run(cli), out, err, documents };
}

describe('labs validate', () => {
  it('prints each problem where an editor can jump to, and exits 2', async () => {
    const { exit, out, err } = await validate([invalid]);
    expect(exit).toBe(2);
    expect(out).toHaveLength(1);
    expect(out[0]).toMatch(
      /^test\/lab\/invalid\/027-.*\/lab.yaml:20:15: unknown `uses` `container.runing`; .* Did you mean `container.running`\?$/,
    );
    expect(err).toEqual([`${invalid}/lab.yaml: problems: 1`]);
  });

  it('says that a lab is well defined, named by its folder or its file', async () => {
    const { exit, out } = await validate([valid, `${valid}/lab.yaml`]);
    expect(exit).toBe(0);
    expect(out).toEqual(
      Array(2).fill(`${valid}/lab.yaml: the lab small is well defined; steps: 1`),
    );
  });

  it('goes on after a lab with problems, and speaks Korean', async () => {
    const { exit, out } = await validate([invalid, valid], 'ko');
    expect(exit).toBe(2);
    expect(out[0]).toContain('알 수 없는 `uses` 값 `container.runing`');
    expect(out[1]).toContain('small 실습 정의에 문제가 없습니다');
  });

  it('fails for a file that is no lab', async () => {
    await expect(validate(['test/lab'])).rejects.toMatchObject({ code: 'lab.not-there', exit: 2 });
  });

  it('prints one document that fits its schema', async () => {
    const { documents, out } = await validate([invalid, valid], 'en', true);
    const schema = JSON.parse(await readFile('schemas/validate.schema.json', 'utf8'));
    const fits = new Ajv().compile(schema);
    expect(documents).toHaveLength(1);
    expect(fits(documents[0]) || fits.errors).toBe(true);
    expect(out).toEqual([]);
    expect(documents[0]).toMatchObject({
      labs: [
        {
          valid: false,
          problems: [{ file: 'lab.yaml', line: 20, column: 15, code: 'unknown-uses' }],
        },
        { file: join(process.cwd(), valid, 'lab.yaml'), valid: true, lab: { id: 'small' } },
      ],
    });
  });
});
