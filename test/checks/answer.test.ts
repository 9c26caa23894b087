import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerProbes, judgeAnswer, solveQuestion } from '../../src/checks/answer.ts';
import type { Json } from '../../src/json.ts';
import type { Answer, Question } from '../../src/lab/lab.ts';
import * as s from '../facts/samples.ts';
import { evidenceOf } from './evidence.ts';

const choices = ['a', 'b', 'C'].map((id) => ({ id, text: { en: id } }));
const at = { file: 'lab.yaml', line: 1, column: 1 };
const facts = evidenceOf({
  'container/web': s.container(),
  'interfaces/web': s.interfaces(s.veth({ mac: '02:42:AC:1C:05:02' })),
  'container/gone': null,
  'container/stopped': s.stopped(),
});
const live = (path: string, name = 'container/web'): Answer => ({ fact: name, path });
const ip = live('networks.net.ip');
const mac = live('interfaces[1].mac', 'interfaces/web');

function ask(type: Question['type'], answer: Answer): Question {
  return {
    id: 'q',
    ask: {},
    type,
    choices: /choice|multi/.test(type) ? choices : [],
    answer,
    points: 1,
    at,
  };
}

const judged = (type: Question['type'], answer: Answer, given: Json) => {
  const verdict = judgeAnswer(ask(type, answer), given, facts);
  return verdict.status === 'fail' ? verdict.finding.code : verdict.status;
};

describe('judgeAnswer', () => {
  it.each<[Question['type'], Answer, Json]>([
    ['ip', ip, ' 172.28.5.2 '],
    ['ip', { equals: 'fd00:0:0::1' }, 'FD00::1'],
    ['ip', live('interfaces[].addresses[].ip', 'interfaces/web'), '127.0.0.1'],
    ['text', mac, '02:42:ac:1c:05:02'],
    ['text', { equals: '브리지' }, '브리지'.normalize('NFD')],
    ['text', { equals: 'c0ffee' }, 'C0FFEE'],
    ['text', { matches: '^docker ?0$', sample: 'docker0' }, 'docker0'],
    ['number', live('interfaces[1].index', 'interfaces/web'), '33'],
    ['number', { equals: '1500' }, 1500],
    ['number', { equals: 0 }, '-0.0'],
    ['cidr', { equals: '172.28.5.0/24' }, '172.28.5.0/24'],
    ['choice', { choice: 'b' }, 'b'],
    ['choice', { choice: 'C' }, 'C'],
    ['choice', { choice: ['a', 'b'] }, 'a'],
    ['multi', { choice: ['a', 'b'] }, 'b, a'],
    ['multi', { choice: ['a', 'C'] }, ['C', 'a', 'a']],
    ['essay', { rubric: { en: 'isolation' } }, 'Because …'],
  ])('%s %j takes %j', (type, answer, given) => {
    expect(judged(type, answer, given)).toBe('pass');
  });

  it.each<[Question['type'], Answer, Json, string]>([
    ['ip', ip, '172.28.5.3', 'answer-wrong'],
    ['ip', ip, '172.28.5.2/24', 'answer-malformed'],
    ['ip', { equals: '0.0.0.1' }, '1', 'answer-malformed'],
    ['ip', ip, '', 'answer-malformed'],
    ['ip', live('networks.net.ip', 'container/stopped'), '172.28.5.2', 'answer-nothing-there'],
    ['ip', live('networks.net.ip', 'container/gone'), '172.28.5.2', 'container-absent'],
    ['ip', live('networks.net.ip', 'container/unseen'), '172.28.5.2', 'error'],
    ['text', { equals: 'bridge' }, 'bridges', 'answer-wrong'],
    ['text', { equals: 'Bridge' }, 'bridge', 'answer-wrong'],
    ['text', { matches: '^docker0$', sample: 'docker0' }, 'docker1', 'answer-wrong'],
    ['text', { equals: '' }, '  ', 'answer-malformed'],
    ['text', { equals: 'x' }, null, 'answer-malformed'],
    ['text', { equals: 'x' }, { toString: 'x' }, 'answer-malformed'],
    ['text', { equals: 'x' }, 'x'.repeat(5000), 'answer-too-long'],
    ['number', { equals: 1000 }, '1,000', 'answer-malformed'],
    ['number', { equals: 1000 }, '1e3', 'answer-malformed'],
    ['number', { equals: 1000 }, '1001', 'answer-wrong'],
    ['cidr', { equals: '172.28.5.0/24' }, '172.28.5.0/25', 'answer-wrong'],
    ['cidr', { equals: '172.28.5.0/24' }, '172.28.5.0/33', 'answer-malformed'],
    ['choice', { choice: 'b' }, 'a', 'answer-wrong'],
    ['choice', { choice: 'b' }, 'd', 'answer-malformed'],
    ['multi', { choice: ['a', 'b'] }, 'a', 'answer-wrong'],
    ['multi', { choice: ['a', 'b'] }, 'a,b,C', 'answer-wrong'],
    ['multi', { choice: ['a', 'b'] }, 'a,d', 'answer-malformed'],
    ['multi', { choice: ['a', 'b'] }, [], 'answer-malformed'],
    ['essay', { rubric: {} }, ' \n', 'answer-malformed'],
    ['essay', { rubric: {} }, '가'.repeat(30_000), 'answer-too-long'],
  ])('%s %j does not take %j: %s', (type, answer, given, code) => {
    expect(judged(type, answer, given)).toBe(code);
  });

  it('never tells the right answer', () => {
    for (const given of ['10.0.0.1', 'x', '', 'y'.repeat(9999)]) {
      const verdict = judgeAnswer(ask('ip', ip), given, facts);
      expect(verdict).toMatchObject({ finding: { expected: null, at: 'question/q' } });
      expect(JSON.stringify(verdict)).not.toContain('172.28.5.2');
    }
  });

  it('never throws, whatever is answered', () => {
    const types: Question['type'][] = ['text', 'number', 'ip', 'cidr', 'choice', 'multi', 'essay'];
    const answers: Answer[] = [
      ip,
      { equals: 'x' },
      { matches: '^(a+)+$', sample: 'a' },
      { choice: ['a'] },
    ];
    const given = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.jsonValue().map((value) => value as Json),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...types),
        fc.constantFrom(...answers),
        given,
        (type, answer, value) => {
          expect(['pass', 'fail']).toContain(judgeAnswer(ask(type, answer), value, facts).status);
        },
      ),
    );
  });
});

describe('solveQuestion', () => {
  it.each<[Question['type'], Answer]>([
    ['ip', ip],
    ['ip', live('interfaces[].addresses[].ip', 'interfaces/web')],
    ['text', mac],
    ['text', { matches: '^docker0$', sample: 'docker0' }],
    ['number', live('networks.net.prefix')],
    ['cidr', { equals: '172.28.5.0/24' }],
    ['choice', { choice: 'b' }],
    ['choice', { choice: ['b', 'a'] }],
    ['multi', { choice: ['C', 'a'] }],
    ['essay', { rubric: {} }],
  ])('answers %s %j so that it passes', (type, answer) => {
    const solved = solveQuestion(ask(type, answer), facts);
    expect(judged(type, answer, solved ?? null)).toBe('pass');
  });

  it('solves every question with a written answer of its type', () => {
    const written = fc.oneof(
      fc.record({ type: fc.constant('ip' as const), value: fc.oneof(fc.ipV4(), fc.ipV6()) }),
      fc.record({ type: fc.constant('number' as const), value: fc.integer() }),
      fc.record({
        type: fc.constant('text' as const),
        value: fc.string().filter((text) => text.trim() !== ''),
      }),
    );
    fc.assert(
      fc.property(written, ({ type, value }) => {
        const solved = solveQuestion(ask(type, { equals: value }), facts) ?? null;
        expect(judged(type, { equals: value }, solved)).toBe('pass');
      }),
    );
  });

  it('knows no answer while what it is about is not there', () => {
    expect(solveQuestion(ask('ip', live('id', 'container/gone')), facts)).toBeUndefined();
    expect(solveQuestion(ask('ip', live('networks.x.ip')), facts)).toBeUndefined();
  });
});

it('a question looks at the fact that its answer is taken from, if any', () => {
  expect(answerProbes(ask('ip', ip))).toEqual([{ address: 'container/web' }]);
  expect(answerProbes(ask('ip', { equals: '1.1.1.1' }))).toEqual([]);
});
