import { dirname, join, relative } from 'node:path';
import { Failure } from '../failure.ts';
import type { Json } from '../json.ts';
import { DefinitionError } from './definition-error.ts';
import { type Included, languagesOf } from './draft.ts';
import { findLab } from './find-lab.ts';
import { isLab } from './find-labs.ts';
import type { Lab, Step } from './lab.ts';
import { findPlaceholders } from './placeholder.ts';
import type { Problems } from './problems.ts';
import type { Cursor } from './yaml/cursor.ts';

/** Loads another lab, on behalf of those that are being loaded already. */
export type LoadOther = (folder: string) => Promise<Lab>;

/** The steps of other labs that this one includes, by their place in the file. */
export async function readIncluded(
  folder: string,
  lab: Cursor,
  env: NodeJS.ProcessEnv,
  load: LoadOther,
  problems: Problems,
): Promise<Map<string, Included>> {
  const included = new Map<string, Included>();
  for (const item of lab.get('steps').items()) {
    const include = item.get('include');
    const slash = include.text?.lastIndexOf('/') ?? -1;
    if (include.text === undefined || slash < 1) continue;
    const name = include.text.slice(0, slash);
    const other = await loadOther(folder, name, include, env, load, problems);
    const step = other && findStep(other, include.text.slice(slash + 1), name, include, problems);
    if (!step) continue;
    checkLanguages(lab, other, include, problems);
    const at = (position: Step['at']) => join(relative(folder, other.folder), position.file);
    included.set(item.pointer, { id: step.id, step: moveTo(step, at), ...usedBy(step, other) });
  }
  return included;
}

/** Beside this lab first, then wherever labs are found. */
async function loadOther(
  folder: string,
  name: string,
  include: Cursor,
  env: NodeJS.ProcessEnv,
  load: LoadOther,
  problems: Problems,
): Promise<Lab | undefined> {
  const beside = join(dirname(folder), name);
  try {
    return await load((await isLab(beside)) ? beside : (await findLab(name, env)).folder);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    problems.add(include.position, ...reasonOf(error, name));
    return undefined;
  }
}

function reasonOf(error: Failure, name: string): [code: string, values: Record<string, Json>] {
  if (!(error instanceof DefinitionError)) {
    const { nearest, known } = error.values;
    const allowed = typeof known === 'string' && known !== '' ? known.split(', ') : [];
    return ['include-lab', { found: name, allowed, ...(nearest ? { nearest } : {}) }];
  }
  const cycle = error.problems.find(({ code }) => code === 'include-cycle');
  if (cycle) return ['include-cycle', cycle.values];
  return ['include-broken', { found: name, count: error.problems.length }];
}

function findStep(
  { steps }: Lab,
  id: string,
  lab: string,
  include: Cursor,
  problems: Problems,
): Step | undefined {
  const found = steps.find((step) => step.id === id);
  const ids = steps.map((step) => step.id);
  if (!found) problems.addUnknown(include.position, 'include-step', id, ids, { lab });
  return found;
}

function checkLanguages(lab: Cursor, other: Lab, include: Cursor, problems: Problems): void {
  for (const language of languagesOf(lab)) {
    if (!other.languages.includes(language)) {
      problems.add(include.position, 'include-language', { found: other.id, language });
    }
  }
}

/** The names and vars of its lab that a step's strings speak of. */
function usedBy(step: Step, lab: Lab): Pick<Included, 'names' | 'vars'> {
  const used = new Set(
    findPlaceholders(JSON.stringify(step)).map(({ name }) => `${name?.group}.${name?.key}`),
  );
  const pick = <T>(group: string, all: Record<string, T>) =>
    Object.fromEntries(Object.entries(all).filter(([key]) => used.has(`${group}.${key}`)));
  return { names: pick('names', lab.names), vars: pick('vars', lab.vars) };
}

/** The same step, saying of everything in it which file it comes from. */
function moveTo(step: Step, fileOf: (at: Step['at']) => string): Step {
  return JSON.parse(JSON.stringify(step), (key, value) =>
    key === 'at' && typeof value?.line === 'number' ? { ...value, file: fileOf(value) } : value,
  );
}
