import { commandAddress } from '../../../src/facts/command-address.ts';
import * as s from '../../facts/samples.ts';
import type { Facts } from '../evidence.ts';
import type { Failing, Passing } from './case.ts';

const running = { 'container/web': s.container() };
const runs = 'container/web#status';
const from = 'container/web';
const to = 'http://db:80';
const reached = `reach/${from}/${to}`;
const asked = `resolve/${from}/db`;
const script = 'echo hello';
const ran = commandAddress(script);

export const passing: Passing[] = [
  {
    uses: 'reach',
    with: { from, to, expect: 'success' },
    facts: { ...running, [reached]: s.reach() },
    matters: [runs, `${reached}#outcome`],
  },
  {
    uses: 'reach',
    because: 'with the right body',
    with: { from, to, expect: 'success', body: { equals: 'hello from web' } },
    facts: { ...running, [reached]: s.reach() },
    matters: [runs, `${reached}#outcome`, `${reached}#body`],
  },
  ...(['refused', 'silence', 'unreachable', 'unresolved'] as const).map((outcome) => ({
    uses: 'reach',
    because: outcome,
    with: { from: 'learner', to, expect: outcome, listen: '1s' },
    facts: { [`reach/learner/${to}`]: s.reach({ outcome, status: null, body: null }) },
    matters: [`reach/learner/${to}#outcome`],
  })),
  {
    uses: 'resolve',
    with: { name: 'db', from, to: '172.28.5.2' },
    facts: { ...running, [asked]: s.resolve() },
    matters: [runs, `${asked}#outcome`, `${asked}#answers/0`],
  },
  {
    uses: 'resolve',
    because: 'by DNS, to the address that a container has now',
    with: { name: 'db', from, container: 'db', network: 'net', source: 'dns' },
    facts: {
      ...running,
      'container/db': s.container({ name: 'db' }),
      'network/net': s.network(),
      [asked]: s.resolve({ answers: ['fd00::2', '172.28.5.2'] }),
    },
    matters: [
      runs,
      'container/db#status',
      'container/db#networks/net/ip',
      `${asked}#outcome`,
      `${asked}#answers/0`,
      `${asked}#answers/1`,
      `${asked}#source`,
    ],
  },
  {
    uses: 'command.output',
    with: { run: script },
    facts: { [ran]: s.command() },
    matters: [`${ran}#exit`, `${ran}#timedOut`],
  },
  {
    uses: 'command.output',
    because: 'it fails as asked, and says so',
    with: { run: script, exit: '2', stdout: { contains: 'ell' }, stderr: { matches: '^n+o$' } },
    facts: { [ran]: s.command({ exit: 2, stderr: 'no' }) },
    matters: ['exit', 'stdout', 'stderr', 'timedOut', 'truncated'].map((key) => `${ran}#${key}`),
  },
  {
    uses: 'file.content',
    with: { file: '/etc/hosts', container: 'web', content: { equals: 'hello' } },
    facts: { ...running, 'file/container/web//etc/hosts': s.file() },
    matters: [
      runs,
      'file/container/web//etc/hosts#content',
      'file/container/web//etc/hosts#truncated',
    ],
  },
  {
    uses: 'changed',
    with: { fact: 'container/web', path: 'networks.net.ip', before: 'first' },
    facts: running,
    first: { 'container/web': s.container({ networks: { net: s.attachment({ ip: '1.1.1.1' }) } }) },
    matters: ['container/web#networks/net/ip'],
  },
  {
    uses: 'changed',
    because: 'or rather, stayed the same',
    with: { fact: 'container/web', path: 'networks.net.ip', before: 'first', expect: 'same' },
    facts: running,
    first: running,
    matters: ['container/web#networks/net/ip'],
  },
  {
    uses: 'resource.matches',
    with: { container: 'web', schema: { required: ['Id'], properties: { Id: { const: 'c0' } } } },
    facts: { 'inspect/container/web': { Id: 'c0', Name: '/web' } },
    matters: ['inspect/container/web#Id'],
  },
];

/** Passing checks that a change of one field need not fail: "blocked" and "unknown" are many things. */
export const lenient: Omit<Passing, 'matters'>[] = [
  ...(['refused', 'silence', 'unreachable', 'unresolved', 'broken'] as const).map((outcome) => ({
    uses: 'reach',
    because: `blocked by ${outcome}`,
    with: { from, to, expect: 'blocked' },
    facts: { ...running, [reached]: s.reach({ outcome, status: null, body: null }) },
  })),
  ...(['unknown', 'silence'] as const).map((outcome) => ({
    uses: 'resolve',
    because: `unknown by ${outcome}`,
    with: { name: 'db', from, unknown: true },
    facts: { ...running, [asked]: s.resolve({ outcome, answers: [], source: null }) },
  })),
  {
    uses: 'resolve',
    because: 'a shared alias has all addresses, in any order',
    with: { name: 'db', from, to: ['172.28.5.3', '172.28.5.2'] },
    facts: { ...running, [asked]: s.resolve({ answers: ['172.28.5.2', '172.28.5.3'] }) },
  },
];

const outcomes = ['refused', 'silence', 'unreachable', 'unresolved', 'broken'] as const;

export const failing: Failing[] = [
  ...outcomes.map((outcome) =>
    fail('reach', `it ends with ${outcome}`, { from, to, expect: 'success' }, `reach-${outcome}`, {
      [reached]: s.reach({ outcome }),
    }),
  ),
  ...['blocked', 'silence', 'refused'].map((expect) =>
    fail(
      'reach',
      `it succeeds, not ${expect}`,
      { from, to, expect, listen: '1s' },
      'reach-success',
      {
        [reached]: s.reach(),
      },
    ),
  ),
  fail(
    'reach',
    'it is refused, not silent',
    { from, to, expect: 'silence', listen: '1s' },
    'reach-otherwise',
    {
      [reached]: s.reach({ outcome: 'refused' }),
    },
  ),
  ...['blocked', 'success'].map((expect) =>
    fail('reach', `the place has gone (${expect})`, { from, to, expect }, 'container-not-running', {
      [reached]: null,
    }),
  ),
  {
    uses: 'reach',
    because: 'nothing was seen',
    with: { from: 'learner', to, expect: 'blocked' },
    facts: { [`reach/learner/${to}`]: null },
    code: 'fact-absent',
  },
  fail('resolve', 'the name is unknown', { name: 'db', from, to: '1.1.1.1' }, 'resolve-unknown', {
    [asked]: s.resolve({ outcome: 'unknown', answers: [] }),
  }),
  fail('resolve', 'nobody answers', { name: 'db', from, to: '1.1.1.1' }, 'resolve-silence', {
    [asked]: s.resolve({ outcome: 'silence', answers: [] }),
  }),
  fail('resolve', 'it is another address', { name: 'db', from, to: '1.1.1.1' }, 'resolve-other', {
    [asked]: s.resolve(),
  }),
  fail('resolve', 'one more comes', { name: 'db', from, to: '172.28.5.2' }, 'resolve-other', {
    [asked]: s.resolve({ answers: ['172.28.5.2', '172.28.5.3'] }),
  }),
  fail(
    'resolve',
    'one is lacking',
    { name: 'db', from, to: ['172.28.5.2', '1.1.1.1'] },
    'resolve-other',
    {
      [asked]: s.resolve(),
    },
  ),
  fail('resolve', 'it is resolved', { name: 'db', from, unknown: true }, 'resolve-answered', {
    [asked]: s.resolve(),
  }),
  fail(
    'resolve',
    'the hosts file answers',
    { name: 'db', from, to: '172.28.5.2', source: 'dns' },
    'resolve-source',
    {
      [asked]: s.resolve({ source: 'hosts' }),
    },
  ),
  fail(
    'resolve',
    'the target has no address',
    { name: 'db', from, container: 'db', network: 'net' },
    'address-missing',
    {
      'container/db': s.container({ networks: { net: s.attachment({ ip: '' }) } }),
      'network/net': s.network(),
      [asked]: s.resolve({ answers: [''] }),
    },
  ),
  output('it fails', {}, s.command({ exit: 1 }), 'command-exit'),
  output('it is killed', {}, s.command({ exit: null }), 'command-signal'),
  output('it hangs', {}, s.command({ exit: null, timedOut: true }), 'command-timed-out'),
  output('it prints more', { stdout: { equals: 'hell' } }, s.command(), 'content-differs'),
  output('it lacks a part', { stdout: { contains: 'Hello' } }, s.command(), 'content-lacks'),
  output('it is unlike', { stderr: { matches: '.' } }, s.command(), 'content-unlike'),
  output(
    'it is no JSON',
    { stdout: { schema: { type: 'object' } } },
    s.command(),
    'content-not-json',
  ),
  output(
    'it is other JSON',
    { stdout: { path: 'a', equals: 1 } },
    s.command({ stdout: '{}' }),
    'content-path',
  ),
  output(
    'it breaks the schema',
    { stdout: { schema: { type: 'array' } } },
    s.command({ stdout: '{}' }),
    'content-schema',
  ),
  output(
    'it is cut',
    { stdout: { equals: 'hello' } },
    s.command({ truncated: true }),
    'content-cut',
  ),
  fail(
    'file.content',
    'there is no file',
    { file: '/x', container: 'web', content: { contains: 'x' } },
    'file-absent',
    {
      'file/container/web//x': null,
    },
  ),
  fail(
    'changed',
    'it did not',
    { fact: from, path: 'id', before: 'first' },
    'not-changed',
    {},
    running,
  ),
  fail(
    'changed',
    'it did',
    { fact: from, path: 'id', before: 'first', expect: 'same' },
    'not-same',
    {},
    {
      'container/web': s.container({ id: 'other' }),
    },
  ),
  fail(
    'changed',
    'the step never passed',
    { fact: from, path: 'id', before: 'never' },
    'before-missing',
    {},
  ),
  fail(
    'changed',
    'the address is empty',
    { fact: from, path: 'networks.net.ip', before: 'first' },
    'path-empty',
    { 'container/web': s.stopped() },
    running,
  ),
  fail(
    'changed',
    'the address was empty',
    { fact: from, path: 'networks.net.ip', before: 'first' },
    'before-missing',
    {},
    { 'container/web': s.stopped() },
  ),
  ...(['container', 'network', 'image'] as const).map((kind) =>
    fail(
      'resource.matches',
      `there is no ${kind}`,
      { [kind]: 'x', schema: { type: 'object' } },
      `${kind}-absent`,
      {
        [`inspect/${kind}/x`]: null,
      },
    ),
  ),
];

function fail(
  uses: string,
  because: string,
  given: Failing['with'],
  code: string,
  facts: Facts,
  first: Facts = {},
): Failing {
  return { uses, because, with: given, facts: { ...running, ...facts }, first, code };
}

function output(because: string, match: object, fact: unknown, code: string): Failing {
  return {
    uses: 'command.output',
    because,
    with: { run: script, ...match },
    facts: { [ran]: fact },
    code,
  };
}
