import { RE2JS } from 're2js';

/**
 * A pattern that an author wrote, compiled with RE2's rules: its time is linear in the text, so
 * nothing that a stranger prints makes it hang. Throws when it is no pattern.
 */
export function compilePattern(pattern: string): { test(text: string): boolean } {
  const compiled = RE2JS.compile(pattern);
  return { test: (text) => compiled.matcher(text).find() };
}
