import { Failure } from '../failure.ts';
import type { Problem } from './problem.ts';

/** All that is wrong with a lab, in the order of its files. */
export class DefinitionError extends Failure {
  constructor(
    readonly folder: string,
    readonly problems: readonly Problem[],
  ) {
    super('lab.invalid', 2, {
      folder,
      count: problems.length,
      problems: problems.map((problem) => ({ ...problem })),
    });
  }
}
