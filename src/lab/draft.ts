import type { CheckKind } from '../checks/check.ts';
import type { Json } from '../json.ts';
import type { Lab, Language, Step } from './lab.ts';
import type { Problems } from './problems.ts';
import type { Cursor } from './yaml/cursor.ts';

/** A lab while it is checked: what the rules look at, and where they put what they find. */
export interface Draft {
  folder: string;
  lab: Cursor;
  kinds: Readonly<Record<string, CheckKind>>;
  problems: Problems;
  /** What the texts' files say, by their path in the lab; those that could be read. */
  files: ReadonlyMap<string, string>;
  /** The steps of other labs that this one includes, by their place in `steps`. */
  included: ReadonlyMap<string, Included>;
}

/** A step that was brought from another, valid lab, with what it uses of it. */
export interface Included {
  id: string;
  step: Step;
  names: Lab['names'];
  vars: Lab['vars'];
}

export const languagesOf = (lab: Cursor): Language[] =>
  lab
    .get('languages')
    .items()
    .flatMap(({ text }) => (text === 'en' || text === 'ko' ? [text] : []));

/** Whether a text names a file of the lab instead of being the Markdown itself. */
export const isFileName = (text: string): boolean => text.endsWith('.md') && !text.includes('\n');

/** Stands in for a placeholder where only the form of the whole text matters. */
export function withoutPlaceholders<T extends Json | undefined>(value: T): T {
  return typeof value === 'string' ? (value.replace(/\$\{\{[^\n]*?\}\}/g, 'x') as T) : value;
}
