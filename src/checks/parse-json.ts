import type { Json } from '../json.ts';

/** Deeper JSON is not looked into: recursion over a stranger's text must end. */
const deepest = 64;

/** A stranger's text as JSON; undefined when it is none, or nested beyond reason. */
export function parseJson(text: string): Json | undefined {
  if (depth(text) > deepest) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function depth(text: string): number {
  let open = 0;
  let most = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (quoted && character === '\\') index++;
    else if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '[' || character === '{') most = Math.max(most, ++open);
    else if (character === ']' || character === '}') open--;
  }
  return most;
}
