import type { Failure } from '../../failure.ts';
import { makeVisible } from '../markdown/make-visible.ts';
import { wrap } from '../markdown/wrap.ts';
import { wordFailure } from '../report.ts';
import type { Screen } from './screen.ts';

/** Prints what went wrong and what to do about it. */
export function tellFailure({ block, cli, style }: Screen, failure: Failure): void {
  const { what, next } = wordFailure(failure, cli.words);
  const lines = makeVisible(`${what}\n${next}`).split('\n');
  block.print(lines.flatMap((line) => wrap(line, block.columns)).map((line) => style.red(line)));
}
