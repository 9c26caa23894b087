import type { Probe } from '../facts/fact.ts';
import type { Json } from '../json.ts';
import type { Question } from '../lab/lab.ts';
import type { Finding, Verdict } from './check.ts';
import { type Evidence, findUnobserved } from './judge.ts';
import { compilePattern } from './pattern.ts';
import { plainAnswer, plainMembers } from './plain-answer.ts';
import { absent } from './presence.ts';
import { select } from './select.ts';

const longest = { answer: 4096, essay: 65_536 };

/** The facts that the answer of an expanded question is taken from. */
export function answerProbes({ answer }: Question): Probe[] {
  return 'fact' in answer ? [{ address: answer.fact }] : [];
}

/**
 * Judges what a learner answered to an expanded question. A finding never holds the right answer:
 * its `expected` is null. An essay passes when it says anything; the mentor marks it.
 */
export function judgeAnswer(question: Question, given: Json, evidence: Evidence): Verdict {
  const { type, answer } = question;
  const limit = type === 'essay' ? longest.essay : longest.answer;
  const size = Buffer.byteLength(typeof given === 'string' ? given : JSON.stringify(given));
  if (size > limit) return fail(question, 'answer-too-long', null, { limit });
  if (isMalformed(question, given)) return fail(question, 'answer-malformed', given, { type });
  if ('rubric' in answer || type === 'essay') return { status: 'pass' };
  if ('matches' in answer) {
    const text = plainAnswer('text', given) ?? '';
    return compilePattern(answer.matches).test(text) ? { status: 'pass' } : wrong(question, given);
  }
  const right = findRight(question, evidence);
  if ('status' in right) return right;
  return isRight(type, given, right.value) ? { status: 'pass' } : wrong(question, given);
}

/**
 * The right answer to an expanded question, for playing the reference solution; for an essay, which
 * only a person can write, a mark of who played. Undefined when the fact that holds it is not there.
 */
export function solveQuestion(question: Question, evidence: Evidence): Json | undefined {
  const { type, answer } = question;
  if ('rubric' in answer || type === 'essay') return 'labs --auto';
  if ('matches' in answer) return answer.sample;
  const right = findRight(question, evidence);
  if ('status' in right) return undefined;
  const { value } = right;
  return Array.isArray(value) && type !== 'multi' ? (value[0] ?? undefined) : value;
}

/** The value that answers are compared with: as written, or as the live system has it. */
function findRight(question: Question, evidence: Evidence): { value: Json } | Verdict {
  const { answer } = question;
  if ('equals' in answer) return { value: answer.equals };
  if ('choice' in answer) return { value: answer.choice };
  if (!('fact' in answer)) throw new Error(`question ${question.id} has no value to compare with`);
  const error = findUnobserved([answer.fact], evidence.facts);
  if (error) return error;
  const fact = evidence.facts.get(answer.fact)?.value ?? null;
  if (fact === null) return { status: 'fail', finding: absent(answer.fact) };
  const value = select(fact, answer.path);
  const empty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
  if (!empty) return { value };
  const { fact: address, path } = answer;
  return fail(question, 'answer-nothing-there', null, { fact: address, path });
}

/** One of a list of right values is enough, but for `multi`, which asks for all of them. */
function isRight(type: Question['type'], given: Json, right: Json): boolean {
  if (type === 'multi') {
    const members = plainMembers(Array.isArray(right) ? right : [right]);
    return members !== undefined && members.join('\n') === plainMembers(given)?.join('\n');
  }
  const own = plainAnswer(type, given);
  const rights = (Array.isArray(right) ? right : [right]).map((one) => plainAnswer(type, one));
  return own !== undefined && rights.includes(own);
}

function isMalformed({ type, choices }: Question, given: Json): boolean {
  const ids = choices.map(({ id }) => plainAnswer('text', id));
  const known = (id: string) => ids.length === 0 || ids.includes(id);
  if (type === 'multi') return !plainMembers(given)?.every(known);
  const plain = plainAnswer(type, given);
  return plain === undefined || (type === 'choice' && !known(plain));
}

const wrong = (question: Question, given: Json) => fail(question, 'answer-wrong', given, {});

function fail(
  { id }: Question,
  code: string,
  actual: Json,
  values: Record<string, Json>,
): Verdict & { status: 'fail' } {
  const finding: Finding = { code, at: `question/${id}`, expected: null, actual, values };
  return { status: 'fail', finding };
}
