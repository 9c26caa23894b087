import type { YAMLError } from 'yaml';
import type { Position } from '../lab.ts';
import type { Problems } from '../problems.ts';

/** Errors after the first few follow from those. */
const most = 10;

/** A value in a flow collection that begins with a placeholder; YAML reads its braces as mappings. */
const bare = /(?:[{,]\s*[\w-]+:\s+|[[,]\s*)(?=\$\{\{)/g;

/** Puts the parser's errors into words: those that authors make often have words of their own. */
export function addSyntax(
  errors: readonly YAMLError[],
  text: string,
  positionAt: (offset: number) => Position,
  problems: Problems,
): void {
  const placeholder = errors.find(({ pos }) => text.startsWith('${{', pos[0] - 1));
  if (placeholder) {
    const offsets = [...text.matchAll(bare)].map(({ index, 0: before }) => index + before.length);
    for (const offset of new Set([placeholder.pos[0] - 1, ...offsets])) {
      problems.add(positionAt(offset), 'yaml-placeholder');
    }
  }
  const end = placeholder?.pos[0] ?? Number.POSITIVE_INFINITY;
  let lost = false;
  for (const { code, pos, message } of errors.filter(({ pos }) => pos[0] < end).slice(0, most)) {
    const at = positionAt(pos[0]);
    if (code === 'TAB_AS_INDENT') problems.add(at, 'yaml-tab');
    else if (code === 'BAD_SCALAR_START') {
      problems.add(at, 'yaml-quote', { found: text.slice(pos[0], pos[1]) });
    } else if (!lost || code !== 'UNEXPECTED_TOKEN') {
      problems.add(at, 'yaml-syntax', { detail: message });
    }
    // Once the parser has lost its way, every further token surprises it.
    lost ||= code === 'UNEXPECTED_TOKEN';
  }
}
