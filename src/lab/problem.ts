import type { Json } from '../json.ts';
import type { Position } from './lab.ts';

/**
 * One thing wrong with a lab's definition, and where. The words are `definition.<code>`, filled in
 * with `values`; `nearest`, where there is one, is the word that was probably meant.
 */
export interface Problem extends Position {
  code: string;
  values: Record<string, Json>;
}
