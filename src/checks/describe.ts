import { parseAddress, parsePlace } from '../facts/address.ts';
import type { Json } from '../json.ts';
import type { Finding, Verdict } from './check.ts';
import { describeValue, type Say } from './describe-value.ts';

/** A finding in the reader's words; without `expected` where only the sentence says it. */
export interface Described {
  sentence: string;
  expected?: string;
  actual: string;
  at: string;
}

/** Puts a finding into words: `finding.<code>` with its values, none of which can harm a terminal. */
export function describeFinding(finding: Finding, words: Say): Described {
  const { code, expected, actual } = finding;
  const vocabulary = vocabularyOf(code);
  const told = (value: Json) => describeWord(vocabulary, value, words);
  const values = {
    ...describeValues(finding.values ?? {}, words),
    expected: told(expected),
    actual: told(actual),
  };
  return {
    sentence: words.say(`finding.${code}`, values),
    ...(expected === null ? {} : { expected: values.expected }),
    actual: values.actual,
    at: describeWhere(finding.at, words),
  };
}

/** Why there is no verdict: which fact could not be had, and what the system said. */
export function describeError(verdict: Verdict & { status: 'error' }, words: Say): string {
  const { at, code, detail } = verdict;
  const known = words.knows(`finding.unobserved.${code}`) ? code : 'engine';
  return words.say(`finding.unobserved.${known}`, {
    at: describeWhere(at, words),
    detail: describeValue(detail, words),
  });
}

/** An address, and the path in it, in words. */
export function describeWhere(where: string, words: Say): string {
  const hash = where.indexOf('#');
  const at = describeAddress(hash < 0 ? where : where.slice(0, hash), words);
  if (hash < 0) return at;
  const path = describeValue(where.slice(hash + 1), words);
  return words.say('finding.at.part', { at, path });
}

/** A place in words: `learner` is "your machine". */
export function describePlace(place: string, words: Say): string {
  const parsed = parsePlace(place)?.place;
  if (!parsed) return describeValue(place, words);
  const container = parsed.kind === 'container' ? describeValue(parsed.container, words) : '';
  return words.say(`finding.place.${parsed.kind}`, { container });
}

function describeAddress(address: string, words: Say): string {
  if (address.startsWith('question/')) {
    const subject = describeValue(address.slice('question/'.length), words);
    return words.say('finding.at.question', { subject });
  }
  const parsed = parseAddress(address);
  if (!parsed) return describeValue(address, words);
  const { kind, place, subject } = parsed;
  const about = subject === '@engine-host' ? 'engine-host' : subject;
  const placed = place?.kind === 'container' ? `container/${place.container}` : place?.kind;
  return words.say(`finding.at.${kind}`, {
    subject: describeSide(about, words),
    place: placed === undefined ? '' : describePlace(placed, words),
  });
}

/** A container by its name alone, or the engine's host. */
function describeSide(name: string, words: Say): string {
  return name === 'engine-host' ? describePlace(name, words) : describeValue(name, words);
}

function describeValues(values: Record<string, Json>, words: Say): Record<string, string> {
  const told = Object.entries(values).map(([key, value]) => {
    if (key === 'from') return [key, describePlace(String(value), words)];
    if (key === 'other') return [key, describeOther(String(value), words)];
    return [key, describeWord(key, value, words)];
  });
  const all = Object.fromEntries(told) as Record<string, string>;
  return 'subject' in all ? { ...all, subject: describeSubject(values, all, words) } : all;
}

function describeOther(name: string, words: Say): string {
  return describePlace(name === 'engine-host' ? name : `container/${name}`, words);
}

/** "standard output", or "the value at PATH in the standard output". */
function describeSubject(values: Record<string, Json>, told: Record<string, string>, words: Say) {
  const subject = words.say(`finding.subject.${String(values.subject)}`, told);
  return 'path' in told ? words.say('finding.subject.part', { ...told, subject }) : subject;
}

/** A value from a closed set of words in the reader's language; any other as it is. */
function describeWord(vocabulary: string | undefined, value: Json, words: Say): string {
  const key = `finding.words.${vocabulary}.${String(value)}`;
  const closed = vocabulary !== undefined && typeof value === 'string' && /^[a-z]+$/.test(value);
  return closed && words.knows(key) ? words.say(key) : describeValue(value, words);
}

/** The closed set that `expected` and `actual` of a finding come from. */
function vocabularyOf(code: string): string | undefined {
  if (code === 'container-not-running') return 'status';
  if (code === 'resolve-source') return 'source';
  const outcome = code.startsWith('reach-') || code === 'resolve-unknown';
  return outcome || code === 'resolve-silence' ? 'outcome' : undefined;
}
