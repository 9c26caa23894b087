import { realpath } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { loadAllCheckKinds } from '../checks/kinds/index.ts';
import { buildLab } from './build/build-lab.ts';
import { DefinitionError } from './definition-error.ts';
import type { Draft } from './draft.ts';
import { readIncluded } from './include.ts';
import type { Lab } from './lab.ts';
import { Problems } from './problems.ts';
import { readText } from './read-text.ts';
import { checkFacts } from './rules/facts.ts';
import { checkIds } from './rules/ids.ts';
import { checkIncludes } from './rules/includes.ts';
import { checkPatterns } from './rules/patterns.ts';
import { checkPlaceholders } from './rules/placeholders.ts';
import { checkQuestions } from './rules/questions.ts';
import { checkReferences } from './rules/references.ts';
import { checkScripts } from './rules/scripts.ts';
import { checkSteps } from './rules/steps.ts';
import { readTexts } from './rules/texts.ts';
import { checkValues } from './rules/values.ts';
import { findShapeProblems } from './shape/find-shape-problems.ts';
import { Cursor } from './yaml/cursor.ts';
import { parseYaml } from './yaml/parse-yaml.ts';

const file = 'lab.yaml';
const largest = 1024 * 1024;

const rules: readonly ((draft: Draft) => void)[] = [
  checkPlaceholders,
  checkScripts,
  checkIds,
  checkReferences,
  checkIncludes,
  checkSteps,
  checkValues,
  checkQuestions,
  checkPatterns,
  checkFacts,
];

/**
 * The lab that the folder's `lab.yaml` defines, with its texts and the steps it includes.
 * Throws a `DefinitionError` with everything that is wrong, never at the first.
 */
export async function loadLab(folder: string, env: NodeJS.ProcessEnv = process.env): Promise<Lab> {
  return load(resolve(folder), env, []);
}

/** `chain`: the folders of the labs whose steps led here, to find a circle. */
async function load(
  folder: string,
  env: NodeJS.ProcessEnv,
  chain: readonly string[],
): Promise<Lab> {
  const problems = new Problems();
  const lab = await readDefinition(folder, problems);
  const draft = lab && (await readDraft(folder, lab, env, chain, problems));
  if (draft) for (const check of rules) check(draft);
  if (!draft || problems.any) throw new DefinitionError(folder, problems.list());
  return buildLab(draft);
}

async function readDefinition(folder: string, problems: Problems): Promise<Cursor | undefined> {
  const read = await readText(folder, file, largest);
  if (!('text' in read)) {
    const { line = 1, column = 1 } = read;
    problems.add({ file, line, column }, read.code, read.values);
    return undefined;
  }
  const source = parseYaml(file, read.text, problems);
  return source && Cursor.ofRoot(source);
}

async function readDraft(
  folder: string,
  lab: Cursor,
  env: NodeJS.ProcessEnv,
  chain: readonly string[],
  problems: Problems,
): Promise<Draft> {
  const kinds = await loadAllCheckKinds();
  findShapeProblems(lab, kinds, problems);
  const open = [...chain, await realpath(folder)];
  const loadOther = async (path: string) => {
    const other = await realpath(path);
    if (!open.includes(other)) return load(other, env, open);
    const circle = [...open.slice(open.indexOf(other)), other].map((path) => basename(path));
    const at = { file, line: 1, column: 1 };
    const values = { circle: circle.join(' → ') };
    throw new DefinitionError(other, [{ ...at, code: 'include-cycle', values }]);
  };
  const files = await readTexts(folder, lab, problems);
  const included = await readIncluded(folder, lab, env, loadOther, problems);
  return { folder, lab, kinds, problems, files, included };
}
