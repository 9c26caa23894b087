import type { Words } from '../i18n/words.ts';
import type { Json } from '../json.ts';
import type { Problem } from '../lab/problem.ts';

/** Values that are words of the author's: shown in backticks, so that they cannot be misread. */
const quoted = new Set(['found', 'key', 'missing', 'nearest', 'pattern', 'needed', 'from', 'lab']);

const longest = 100;

/**
 * One problem as a line: `lab.yaml:8:15: …`. `file` is how the reader names the problem's file.
 * Nothing of the author's reaches the terminal as a control character.
 */
export function formatProblem(problem: Problem, words: Words, file = problem.file): string {
  const values = Object.fromEntries(
    Object.entries(problem.values).map(([key, value]) => [key, show(key, value, words)]),
  );
  const said = words.say(`definition.${problem.code}`, values);
  const { nearest } = problem.values;
  const whole =
    nearest === undefined ? said : words.say('definition.nearest', { problem: said, nearest });
  return printable(`${file}:${problem.line}:${problem.column}: ${whole}`);
}

function show(key: string, value: Json, words: Words): string {
  const type = (name: Json) => words.say(`definition.types.${name}`);
  if (key === 'expected' && Array.isArray(value)) return value.map(type).join(' / ');
  if (key === 'actual') return type(value);
  if (Array.isArray(value)) {
    if (value.length === 0) return words.say('definition.none');
    return value.map((item) => `\`${item}\``).join(', ');
  }
  if (typeof value !== 'string' || !quoted.has(key)) return String(value);
  return `\`${value.length > longest ? `${value.slice(0, longest - 1)}…` : value}\``;
}

function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get through
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ');
}
