import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** Who may import whom: each room of `src/`, and the rooms that it sees. A room sees itself. */
const allowed: Record<string, readonly string[]> = {
  facts: [],
  checks: ['facts', 'lab'],
  lab: ['facts', 'checks'],
  i18n: ['lab'],
  images: [],
  journal: ['checks', 'engines', 'facts', 'lab'],
  engines: ['facts', 'lab', 'images'],
  session: ['checks', 'engines', 'facts', 'images', 'journal', 'lab'],
  cli: ['checks', 'engines', 'facts', 'i18n', 'images', 'journal', 'lab', 'session'],
};

/** Files beside the rooms that everybody may use. */
const outside = new Set(['json.ts', 'failure.ts', 'version.ts', 'home.ts']);

/** What only the engines may reach for. */
const ofEngines = /^(dockerode|docker-modem|zx)(\/|$)/;

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

const src = resolve('src');

async function readImports(): Promise<Import[]> {
  const files = (await readdir(src, { recursive: true })).filter((file) => file.endsWith('.ts'));
  const found = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(src, file), 'utf8');
      const pattern =
        /(?:^|\n)(import|export)( type)?[^'"\n;]*?(?:\{[^}]*\})?[^'"\n;]*?from '([^']+)'|import\('([^']+)'\)/g;
      return [...text.matchAll(pattern)].map((match): Import => {
        const to = match[3] ?? match[4] ?? '';
        const path = to.startsWith('.') ? relative(src, resolve(src, file, '..', to)) : to;
        return { from: file, to: path, typeOnly: match[2] !== undefined };
      });
    }),
  );
  return found.flat();
}

const room = (path: string) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : path);
const imports = await readImports();
const own = imports.filter(({ to }) => to.endsWith('.ts'));

test('the imports were found', () => {
  expect(own.length).toBeGreaterThan(200);
});

test('rooms import only what they may', () => {
  const wrong = own.filter(({ from, to }) => {
    const rules = allowed[room(from)];
    return rules && room(from) !== room(to) && !outside.has(to) && !rules.includes(room(to));
  });
  expect(wrong).toEqual([]);
});

test('dockerode and zx stay behind the engines', () => {
  const wrong = imports.filter(({ from, to }) => ofEngines.test(to) && room(from) !== 'engines');
  expect(wrong).toEqual([]);
});

test('there are no cycles', () => {
  const next = new Map<string, string[]>();
  for (const { from, to, typeOnly } of own) {
    if (!typeOnly) next.set(from, [...(next.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  const walk = (file: string, path: string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const to of next.get(file) ?? []) {
      const cycle = walk(to, [...path, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of next.keys()) expect(walk(file, [])).toBeUndefined();
});
