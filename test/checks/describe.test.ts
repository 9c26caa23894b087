import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeAnswer } from '../../src/checks/answer.ts';
import type { Finding } from '../../src/checks/check.ts';
import { describeError, describeFinding } from '../../src/checks/describe.ts';
import { describeCheck } from '../../src/checks/describe-check.ts';
import { describeValue } from '../../src/checks/describe-value.ts';
import { checkKindNames } from '../../src/checks/kinds/index.ts';
import { en } from '../../src/i18n/en/index.ts';
import { ko } from '../../src/i18n/ko/index.ts';
import { loadWords } from '../../src/i18n/words.ts';
import type { Json } from '../../src/json.ts';
import type { Question } from '../../src/lab/lab.ts';
import { evidenceOf, verdictOf } from './evidence.ts';
import { failing, lenient, passing } from './kinds/cases.ts';

const words = { en: await loadWords('en'), ko: await loadWords('ko') };
const languages = ['en', 'ko'] as const;
const cases = [...passing, ...lenient, ...failing];

/** Every finding that the cases of all kinds bring about, also with each of their facts gone. */
async function findAll(): Promise<Finding[]> {
  const looks = cases.flatMap((one) => [
    one,
    ...Object.keys(one.facts).map((gone) => ({ ...one, facts: { ...one.facts, [gone]: null } })),
  ]);
  const verdicts = await Promise.all(
    looks.map(({ uses, with: given, facts, first }) => verdictOf(uses, given, facts, first)),
  );
  const asked = ['', 'x', 'x'.repeat(9999), '1.1.1.1'].flatMap((given) => [
    judgeAnswer(question({ equals: '2.2.2.2' }), given, evidenceOf({})),
    judgeAnswer(
      question({ fact: 'engine/docker', path: 'x' }),
      given,
      evidenceOf({ 'engine/docker': {} }),
    ),
  ]);
  return [...verdicts, ...asked].flatMap((one) => (one.status === 'fail' ? [one.finding] : []));
}

function question(answer: Question['answer']): Question {
  const at = { file: '', line: 1, column: 1 };
  return { id: 'q', ask: {}, type: 'ip', choices: [], answer, points: 1, at };
}

const findings = await findAll();
const codesOf = (catalogue: object) =>
  Object.entries(catalogue).flatMap(([code, text]) => (typeof text === 'string' ? [code] : []));

describe('the catalogue of findings', () => {
  it('has exactly the codes that judges return', () => {
    const returned = new Set(findings.map(({ code }) => code));
    expect([...returned].sort()).toEqual(codesOf(en.finding).sort());
  });

  it('has every code that is written in a judge', () => {
    const written = ['src/checks', 'src/checks/kinds']
      .flatMap((folder) => readdirSync(folder).map((file) => `${folder}/${file}`))
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [
        ...readFileSync(file, 'utf8').matchAll(
          /(?:code: |miss\(|fail\(question, |wrong\(asked, |\? |: )'([a-z]+(?:-[a-z]+)+)'/g,
        ),
      ])
      .map(([, code]) => code as string)
      .filter(
        (code) => !checkKindNames.some((uses) => uses.endsWith(code)) && code !== 'engine-host',
      );
    expect(written.length).toBeGreaterThan(50);
    for (const code of written) expect(codesOf(en.finding)).toContain(code);
  });

  it('says the same things in Korean, with the same values', () => {
    for (const catalogue of ['finding', 'checks'] as const) {
      expect(placeholders(ko[catalogue])).toEqual(placeholders(en[catalogue]));
    }
  });
});

/** The forms of lines that no case above has. */
const others: [uses: string, given: Record<string, Json>][] = [
  ['command.output', { run: 'false', exit: 1 }],
  ['container.address', { container: 'a', network: 'n', equals: '10.0.0.2' }],
  ['container.address', { container: 'a', in: '10.0.0.0/8' }],
  ['container.network-mode', { container: 'a', mode: 'container' }],
  ['container.parent', { container: 'a', kind: 'ipvlan' }],
  ['container.same-namespace', { container: 'a', other: 'b', different: ['net', 'uts'] }],
  ['resolve', { name: 'b', from: 'learner', to: '10.0.0.2', source: 'hosts' }],
  ['file.content', { file: 'result.json', content: { contains: 'x' } }],
];

describe('the lines of checks', () => {
  it('are all used, and each is known', () => {
    const used = new Set<string>();
    const recording = {
      knows: words.en.knows,
      say(key: string, values: Readonly<Record<string, unknown>> = {}) {
        if (key.startsWith('checks.')) used.add(values.context ? `${key}_${values.context}` : key);
        return words.en.say(key, values);
      },
    };
    const known = cases.map(({ uses, with: given }) => [uses, given] as const);
    for (const [uses, given] of [...known, ...others]) {
      describeCheck(uses, given as Record<string, Json>, recording);
    }
    const kept = placeholders(en.checks).map(([key]) => `checks.${key}`);
    expect([...used].sort()).toEqual(kept.sort());
  });
});

describe.each(languages)('in %s', (language) => {
  it('every finding is a sentence with nothing left open', () => {
    for (const finding of findings) {
      const told = describeFinding(finding, words[language]);
      for (const text of Object.values(told)) {
        expect(text, finding.code).not.toMatch(/\{\{|undefined|\[object|finding\./);
        expect(text, finding.code).not.toBe('');
      }
      expect(told.sentence).not.toBe(`finding.${finding.code}`);
    }
  });

  it('every check has a line that says what it looks for', () => {
    for (const { uses, with: given } of cases) {
      const line = describeCheck(uses, given as Record<string, Json>, words[language]);
      expect(line, uses).not.toMatch(/\{\{|undefined|\[object|checks\./);
      expect(line.length, line).toBeGreaterThan(8);
    }
  });

  it.each(['deadline', 'engine', 'refused', 'too-large', 'missing', 'surprise'])(
    'a fact that could not be had because of %s is explained',
    (code) => {
      const verdict = { status: 'error', at: 'container/web', code, detail: 'EIO' } as const;
      const told = describeError(verdict, words[language]);
      expect(told).toContain('web');
      expect(told).not.toMatch(/\{\{|finding\./);
    },
  );
});

it('a finding names what the learner did, in the words of the language', () => {
  const finding: Finding = {
    code: 'reach-otherwise',
    at: 'reach/container/web/http://db:80#outcome',
    expected: 'silence',
    actual: 'refused',
    values: { from: 'container/web', to: 'http://db:80' },
  };
  expect(describeFinding(finding, words.en)).toEqual({
    sentence:
      'The connection from the container web to http://db:80 does not succeed, but not in the right way. It should end with: silence. It ended with: a refusal.',
    expected: 'silence',
    actual: 'a refusal',
    at: 'the connection from the container web to http://db:80: outcome',
  });
  expect(describeFinding(finding, words.ko)).toMatchObject({
    expected: '응답 없음',
    actual: '연결 거부',
  });
});

it('a check says at a glance what it looks for', () => {
  const given = { container: 'lab-web', network: 'bridge' };
  expect(describeCheck('container.attached', given, words.en)).toBe(
    'lab-web is on the network bridge',
  );
  expect(describeCheck('container.attached', given, words.ko)).toBe(
    'lab-web 컨테이너가 bridge 네트워크에 연결되어 있다',
  );
});

describe('describeValue', () => {
  it.each<[Json, string, string]>([
    [true, 'yes', '예'],
    [null, 'nothing', '없음'],
    [[], 'none', '없음'],
    ['', 'an empty text', '(빈 값)'],
    [['a', 'b'], 'a, b', 'a, b'],
    [{ veth: 1, up: false }, 'veth: 1, up: no', 'veth: 1, up: 아니요'],
  ])('prints %j in words', (value, english, korean) => {
    expect(describeValue(value, words.en)).toBe(english);
    expect(describeValue(value, words.ko)).toBe(korean);
  });

  it('says how much it left out', () => {
    expect(describeValue('가'.repeat(1000), words.en)).toMatch(/가… \(800 more characters\)$/);
  });

  it('leaves nothing in a value that a terminal obeys or that hides text', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '\u001b[2J',
        '\r',
        '\u009b31m',
        '\u202e',
        '\u200b',
        '\u2028',
        '\ud800',
        '{{at}}',
        '$t(x)',
      ),
    );
    fc.assert(
      fc.property(fc.array(nasty), (parts) => {
        const shown = describeValue(parts.join(''), words.en);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
        const finding = {
          code: 'answer-wrong',
          at: 'question/q',
          expected: null,
          actual: parts.join(''),
        };
        expect(describeFinding(finding, words.en).sentence).toContain(shown);
      }),
    );
  });
});

function placeholders(catalogue: object, path = ''): [string, string[]][] {
  return Object.entries(catalogue).flatMap(([key, text]) =>
    typeof text === 'string'
      ? [[`${path}${key}`, (text.match(/\{\{\w+/g) ?? []).sort()] as [string, string[]]]
      : placeholders(text, `${path}${key}.`),
  );
}
