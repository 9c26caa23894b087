import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMismatch, type Match } from '../../src/checks/match.ts';
import type { Json } from '../../src/json.ts';

const codeOf = (match: Match, text: string, cut = false) =>
  findMismatch(match, { text, cut })?.code;
const json = fc.jsonValue().map((value) => value as Json);

describe('findMismatch', () => {
  it.each<[Match, string]>([
    [{ equals: 'hello' }, 'hello\n'],
    [{ equals: 42 }, '42\n'],
    [{ contains: 'ell', matches: '^h' }, 'hello'],
    [{ matches: '(?i)^HELLO$' }, 'hello\n'],
    [{ path: 'ports[0]', equals: '20001' }, '{"ports": [20001]}'],
    [{ path: 'ports', contains: '20001' }, '{"ports": [20001]}'],
    [{ path: 'name', matches: '^lab-' }, '{"name": "lab-web"}'],
    [{ path: "[?kind=='veth'] | length(@)", equals: 1 }, '[{"kind": "veth"}, {"kind": "lo"}]'],
    [{ path: 'gone', equals: null }, '{}'],
    [{ schema: { items: { format: 'ipv4' }, minItems: 1 } }, '["172.28.5.2"]'],
    [{ path: 'a', schema: { const: 1 } }, '{"a": 1}'],
  ])('%j fits %j', (match, text) => {
    expect(findMismatch(match, { text, cut: false })).toBeUndefined();
  });

  it.each<[Match, string, string]>([
    [{ equals: 'hello' }, ' hello', 'content-differs'],
    [{ contains: 'hello', matches: '^x' }, 'hello', 'content-unlike'],
    [{ path: 'a', equals: { b: 1 } }, '{"a": {"b": 1, "c": 2}}', 'content-differs'],
    [{ path: 'a', contains: '1' }, '{"a": {"1": 1}}', 'content-lacks'],
    [{ path: 'a', equals: 1 }, 'a: 1', 'content-not-json'],
    [{ schema: { format: 'ipv4' } }, '"1"', 'content-schema'],
    [{ schema: { format: 'cidr' } }, '"172.28.5.0"', 'content-schema'],
    [{ path: 'a', equals: null }, '{"a": 1}', 'content-differs'],
  ])('%j does not fit %j', (match, text, code) => {
    expect(codeOf(match, text)).toBe(code);
  });

  it('says only that it contains something of a text whose end is missing', () => {
    expect(codeOf({ contains: 'a' }, 'a', true)).toBeUndefined();
    expect(codeOf({ contains: 'b' }, 'a', true)).toBe('content-cut');
    expect(codeOf({ equals: 'a' }, 'a', true)).toBe('content-cut');
    expect(codeOf({ matches: '^a$' }, 'a', true)).toBe('content-cut');
  });

  it('finds every text equal to itself and in itself', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), fc.string(), (text, before, after) => {
        expect(codeOf({ equals: text }, text)).toBeUndefined();
        expect(codeOf({ contains: text }, before + text + after)).toBeUndefined();
      }),
    );
  });

  it('finds every JSON value equal to itself, however it is spelt', () => {
    fc.assert(
      fc.property(json, (value) => {
        const spelt = JSON.stringify({ value: value ?? 0 }, null, 3);
        expect(codeOf({ path: 'value', equals: value ?? 0 }, spelt)).toBeUndefined();
      }),
    );
  });

  it('never throws, whatever a stranger prints, and says what it saw', () => {
    const matches: Match[] = [
      { equals: 'x' },
      { matches: '^(a+)+$' },
      { path: 'a.b[0]', equals: 1 },
      { schema: { properties: { a: { pattern: '^(a+)+$' } }, required: ['a'] } },
    ];
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      json.map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(...matches), fc.boolean(), (printed, match, cut) => {
        const found = findMismatch(match, { text: printed, cut });
        expect(found === undefined || JSON.stringify(found).length < 10_000 + printed.length).toBe(
          true,
        );
      }),
    );
  });

  it('takes no longer for a text that makes other engines backtrack', () => {
    const text = `${'a'.repeat(60_000)}!`;
    const begun = performance.now();
    expect(codeOf({ matches: '^(a+)+$' }, text)).toBe('content-unlike');
    const schema = { pattern: '^(a|a)*$' };
    expect(codeOf({ schema }, JSON.stringify(text))).toBe('content-schema');
    expect(codeOf({ equals: 'a' }, `${'\n'.repeat(60_000)}a`)).toBe('content-differs');
    expect(performance.now() - begun).toBeLessThan(5000);
  });

  it('does not look into JSON that is nested beyond reason', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(codeOf({ path: '@', schema: { type: 'array' } }, deep)).toBe('content-not-json');
    expect(codeOf({ schema: { type: 'string' } }, JSON.stringify('['.repeat(100)))).toBeUndefined();
  });

  it('takes a path that does not suit the data for one to nothing', () => {
    expect(codeOf({ path: 'length(a)', equals: 1 }, '{"a": 1}')).toBe('content-path');
    expect(() => codeOf({ path: 'a[', equals: 1 }, '{}')).toThrow();
  });

  it('does not fall over keys that bear the names of methods', () => {
    const schema = { properties: { a: { const: { b: 1 } } }, required: ['a'] };
    for (const key of ['toString', 'valueOf', 'constructor', '__proto__', 'hasOwnProperty']) {
      expect(codeOf({ schema }, `{"a": {"${key}": 1}}`)).toBe('content-schema');
    }
    expect(codeOf({ schema }, '{"a": {"b": 1}}')).toBeUndefined();
  });

  it('keeps no more of a text than one can read', () => {
    const found = findMismatch({ equals: 'x' }, { text: 'y'.repeat(65_536), cut: false });
    expect(String(found?.actual).length).toBeLessThan(2100);
  });

  it('refuses a schema with a word that it does not know, for that would check nothing', () => {
    expect(() => codeOf({ schema: { requires: ['a'] } }, '{}')).toThrow(/requires/);
    expect(() => codeOf({ schema: { format: 'ip' } }, '""')).toThrow(/format/);
  });
});
