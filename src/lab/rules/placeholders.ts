import type { Draft } from '../draft.ts';
import type { Position } from '../lab.ts';
import { findPlaceholders, type Placeholder } from '../placeholder.ts';
import { stringsOf } from '../walk.ts';

/** Placeholders that do not come from the lab's own keys. */
const fixed: Readonly<Record<string, readonly string[]>> = {
  images: ['toolbox'],
  attempt: ['id'],
  learner: ['id'],
};

/** Every `${{ … }}`, in the definition and in its text files, stands for something. */
export function checkPlaceholders({ lab, files, problems }: Draft): void {
  const keys: Readonly<Record<string, readonly string[]>> = {
    names: lab
      .get('names')
      .entries()
      .map(([key]) => key),
    vars: lab
      .get('vars')
      .entries()
      .map(([key]) => key),
    ...fixed,
  };
  const all = Object.entries(keys).flatMap(([group, names]) =>
    names.map((key) => `${group}.${key}`),
  );
  const check = (at: Position, { name, raw }: Placeholder) => {
    if (!name) problems.add(at, 'placeholder-form', { found: raw, example: '${{ names.web }}' });
    else if (!all.includes(`${name.group}.${name.key}`)) {
      problems.addUnknown(at, 'placeholder-unknown', `${name.group}.${name.key}`, all);
    }
  };
  for (const string of stringsOf(lab)) {
    const seen = new Map<string, number>();
    for (const placeholder of findPlaceholders(string.text ?? '')) {
      const nth = seen.get(placeholder.raw) ?? 0;
      seen.set(placeholder.raw, nth + 1);
      const at = string.positionOf(placeholder.raw, nth);
      if (/^\/(names|vars)\//.test(string.pointer)) problems.add(at, 'placeholder-here');
      else check(at, placeholder);
    }
  }
  for (const [file, text] of files) {
    for (const found of findPlaceholders(text)) check(positionIn(file, text, found.start), found);
  }
}

function positionIn(file: string, text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
