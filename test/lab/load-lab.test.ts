import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en/index.ts';
import { loadWords } from '../../src/i18n/words.ts';
import { findLabs } from '../../src/lab/find-labs.ts';
import { loadLab } from '../../src/lab/load-lab.ts';
import { hostile } from './hostile.ts';
import { env, invalid, problemsOf, told, valid } from './problems-of.ts';

describe('loadLab', () => {
  it.each(readdirSync(invalid))('tells all that is wrong in invalid/%s', async (name) => {
    const folder = join(invalid, name);
    // A lab that is added to the package must not change what these say.
    const labs = (await findLabs(env)).map((lab) => `\`${lab.name}\``).join(', ');
    const text = (await told(folder, 'en')).replaceAll(labs, '(every lab)');
    await expect(`${text}\n`).toMatchFileSnapshot(join(folder, 'expected.txt'));
  });

  it.each(readdirSync(invalid))(
    'names the place of a misspelt word in invalid/%s',
    async (name) => {
      // Counted by hand, not by the parser: a snapshot repeats whatever number the parser says.
      for (const { file, line, column, values } of await problemsOf(join(invalid, name))) {
        const { found, nearest } = values;
        if (typeof found !== 'string' || nearest === undefined) continue;
        const text = await readFile(join(invalid, name, file), 'utf8');
        expect(text.split('\n')[line - 1]?.slice(column - 1)).toContain(found);
      }
    },
  );

  it.each(hostile)('tells of $name', async ({ make, expected }) => {
    await make(async (folder) => expect(await told(folder, 'en')).toBe(expected));
  });

  it('has no message that no definition leads to', async () => {
    const reached = new Set<string>();
    const note = async (folder: string) => {
      for (const { code } of await problemsOf(folder)) reached.add(code);
    };
    for (const name of readdirSync(invalid)) await note(join(invalid, name));
    for (const { make } of hostile) await make(note);
    const about = ['nearest', 'none', 'types', 'valid', 'invalid'];
    const messages = Object.keys(en.definition).filter((code) => !about.includes(code));
    expect([...reached].sort()).toEqual(messages.sort());
  });

  it('says each of them in Korean, with everything that the English says filled in', async () => {
    const korean = await loadWords('ko');
    for (const name of readdirSync(invalid)) {
      const folder = join(invalid, name);
      const lines = (await told(folder, 'ko')).split('\n');
      const problems = await problemsOf(folder);
      expect(lines).toHaveLength(problems.length);
      for (const line of lines) expect(line).toMatch(/^[^:]+:\d+:\d+: .*[가-힣]/);
      expect(lines.join()).not.toMatch(/[^$]\{\{|undefined/);
      for (const { code } of problems) expect(korean.knows(`definition.${code}`)).toBe(true);
    }
  });

  it('reads the smallest lab', async () => {
    const folder = join(valid, 'minimal');
    const lab = await loadLab(folder, env);
    const at = (line: number, column: number) => ({ file: 'lab.yaml', line, column });
    const run = 'docker run -d --name ${{ names.web }} ${{ images.toolbox }} sleep 600';
    expect(lab).toEqual({
      id: 'small',
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      folder,
      languages: ['en', 'ko'],
      title: { en: 'Small', ko: '작은 실습' },
      summary: { en: 'One container.', ko: '컨테이너 하나.' },
      minutes: 5,
      needs: { capabilities: [] },
      names: {
        web: { kind: 'container', name: 'small-web' },
        net: { kind: 'network', name: 'small-net' },
      },
      vars: { subnet: { subnet: { within: '172.28.0.0/14', prefix: 24 } } },
      setup: [],
      steps: [
        {
          id: 'first',
          title: { en: 'First', ko: '첫 단계' },
          text: {
            en: await readFile(join(folder, 'text/first.en.md'), 'utf8'),
            ko: await readFile(join(folder, 'text/first.ko.md'), 'utf8'),
          },
          needs: { capabilities: [] },
          setup: [],
          solutions: { solution: [{ uses: 'run', with: { run }, at: at(17, 9) }] },
          checks: [
            {
              id: 'web-runs',
              uses: 'container.running',
              with: { container: '${{ names.web }}' },
              points: 1,
              within: 0,
              at: at(19, 9),
            },
          ],
          questions: [
            {
              id: 'web-ip',
              ask: { en: 'Which address?', ko: '주소는 무엇인가요?' },
              type: 'ip',
              choices: [],
              answer: { fact: 'container/${{ names.web }}', path: 'networks.bridge.ip' },
              points: 1,
              at: at(23, 9),
            },
          ],
          hints: [],
          observe: [],
          wrong: [
            {
              id: 'nothing',
              do: [],
              answers: { 'web-ip': '127.0.0.1' },
              fails: ['web-runs', 'web-ip'],
              at: at(28, 9),
            },
          ],
          capture: [],
          at: at(13, 5),
        },
      ],
      cleanup: [],
    });
  });

  it('reads every key of the format into plain JSON', async () => {
    const lab = await loadLab(join(valid, 'everything'), env);
    expect(JSON.parse(JSON.stringify(lab))).toEqual(lab);
    const [one] = lab.steps;
    expect(Object.keys(one?.solutions ?? {})).toEqual(['by-hand', 'typed']);
    expect(one?.checks[0]).toMatchObject({ within: 10_000, points: 2 });
    expect(one?.observe[0]).toMatchObject({ listen: 500 });
    expect(one?.text.en).toBe('Do **this**.\nThen that.md');
    expect(lab.vars.colour).toEqual({ pick: ['red', 'green', '3'] });
  });

  it('brings an included step with the names, vars and texts that it uses', async () => {
    const lab = await loadLab(join(valid, 'everything'), env);
    const [, again] = lab.steps;
    expect(again).toMatchObject({ id: 'again', at: { file: '../library/lab.yaml' } });
    expect(again?.text.en).toContain('Run `${{ names.web }}`');
    expect(lab.names).not.toHaveProperty('unused');
    expect(lab.names.web).toEqual({ kind: 'container', name: 'library-web' });
  });

  it('records what a later check compares with, once, where nothing observes it yet', async () => {
    const library = await loadLab(join(valid, 'library'), env);
    expect(library.steps[0]?.observe).toEqual([{ fact: 'namespaces/${{ names.web }}' }]);
    const everything = await loadLab(join(valid, 'everything'), env);
    const facts = everything.steps[0]?.observe.map(({ fact }) => fact);
    expect(facts).toContain('interfaces/${{ names.web }}');
  });
});
