import { fileURLToPath } from 'node:url';
import { formatProblem } from '../../src/cli/format-problem.ts';
import { loadWords } from '../../src/i18n/words.ts';
import { DefinitionError } from '../../src/lab/definition-error.ts';
import type { Language } from '../../src/lab/lab.ts';
import { loadLab } from '../../src/lab/load-lab.ts';
import type { Problem } from '../../src/lab/problem.ts';

export const invalid = fileURLToPath(new URL('invalid', import.meta.url));
export const valid = fileURLToPath(new URL('valid', import.meta.url));
export const env = { LABS_PATH: valid };

/** What is wrong with the lab in a folder; nothing when it loads. */
export async function problemsOf(folder: string): Promise<readonly Problem[]> {
  try {
    await loadLab(folder, env);
    return [];
  } catch (error) {
    if (error instanceof DefinitionError) return error.problems;
    throw error;
  }
}

/** The same as the command line prints it. */
export async function told(folder: string, language: Language): Promise<string> {
  const words = await loadWords(language);
  const problems = await problemsOf(folder);
  return problems.map((problem) => formatProblem(problem, words)).join('\n');
}
