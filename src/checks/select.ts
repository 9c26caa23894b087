import { compile, TreeInterpreter } from '@jmespath-community/jmespath';
import type { Json } from '../json.ts';

/**
 * What a JMESPath selects; null when it selects nothing, or when a function in it cannot take what
 * a stranger's data has there. Throws when the path itself is none.
 */
export function select(value: Json, path: string): Json {
  const expression = compile(path);
  try {
    return (TreeInterpreter.search(expression, value) ?? null) as Json;
  } catch {
    return null;
  }
}
