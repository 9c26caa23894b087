import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands, globalOptions } from '../../src/cli/commands.ts';
import { en } from '../../src/i18n/en/index.ts';
import { ko } from '../../src/i18n/ko/index.ts';
import { loadWords } from '../../src/i18n/words.ts';
import { listTexts } from './catalogue.ts';

const english = listTexts(en);
const korean = listTexts(ko);
const hangul = /[\p{Script=Hangul}]/u;

/** The names in a text's `{{name}}` and `{{name, format}}`, each once. */
function findPlaceholders(text: string): string[] {
  const names = [...text.matchAll(/\{\{-?\s*([\w.-]+)[^}]*\}\}/g)].map(([, name = '']) => name);
  return [...new Set(names)].sort();
}

test('both catalogues have the same keys', () => {
  expect([...korean.keys()].sort()).toEqual([...english.keys()].sort());
  expect(english.size).toBeGreaterThan(300);
});

test('each text is filled in with the same values in both', () => {
  const differing = [...english].filter(
    ([key, text]) =>
      findPlaceholders(korean.get(key) ?? '').join() !== findPlaceholders(text).join(),
  );
  expect(differing).toEqual([]);
});

/** What is left of a text that is written the same in every language: symbols, commands, names, units. */
function withoutCode(text: string): string {
  return text
    .replace(/\{\{[^}]*\}\}/g, '')
    .replace(/`[^`]*`|\bdocker inspect\b/g, '')
    .replace(
      /\b(Docker|Linux|JSON|IP|MAC|DNS|CIDR|URL|TCP|UDP|HTTP|ID|API|MTU|s|ms|MB|macvlan|ipvlan|veth|host|bridge|none|container)\b/g,
      '',
    )
    .replace(/[^\p{L}]/gu, '');
}

test('every Korean text is Korean, but for symbols, commands and names', () => {
  const foreign = [...korean].filter(([, text]) => !hangul.test(text) && withoutCode(text) !== '');
  expect(foreign).toEqual([]);
});

test('no English text has Hangul', () => {
  expect([...english].filter(([, text]) => hangul.test(text))).toEqual([]);
});

test('no text is empty, and none has a space at its end', () => {
  for (const [key, text] of [...english, ...korean]) {
    expect(text, key).not.toBe('');
    expect(text, key).toBe(text.trimEnd());
  }
});

test('every command and option has its words', () => {
  for (const { name, options } of commands) {
    for (const key of [
      'summary',
      'about',
      ...Object.keys(options).map((option) => `options.${option}`),
    ]) {
      expect([...english.keys()], `cli.${name}.${key}`).toContain(`cli.${name}.${key}`);
    }
  }
  for (const option of Object.keys(globalOptions))
    expect(english.has(`cli.global.options.${option}`)).toBe(true);
});

test('every Failure that the sources throw has its two sentences', async () => {
  const files = (await readdir('src', { recursive: true })).filter((file) => file.endsWith('.ts'));
  const codes = new Set<string>();
  for (const file of files) {
    const source = await readFile(join('src', file), 'utf8');
    for (const [, thrown = ''] of source.matchAll(/new Failure\(([^)]{0,160})/g)) {
      for (const [, code = ''] of thrown.matchAll(/'([a-z]+\.[a-z-]+)'/g)) codes.add(code);
    }
  }
  expect(codes.size).toBeGreaterThan(40);
  const lacking = [...codes].filter((code) => !english.has(`failure.${code}.what`));
  expect(lacking).toEqual([]);
  for (const key of english.keys()) {
    if (!key.startsWith('failure.')) continue;
    const pair = key.endsWith('.what')
      ? key.replace(/what$/, 'next')
      : key.replace(/next$/, 'what');
    expect(english.has(pair), pair).toBe(true);
  }
});

test('values that look like placeholders are not filled in again, and no markup is escaped', async () => {
  for (const language of ['en', 'ko'] as const) {
    const words = await loadWords(language);
    const said = words.say('failure.cli.unknown-command.what', { command: '{{guess}} <b>&' });
    expect(said).toContain('{{guess}} <b>&');
  }
});
