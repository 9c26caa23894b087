import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Address,
  addressKinds,
  formatAddress,
  formatPlace,
  parseAddress,
  parsePlace,
} from '../../src/facts/address.ts';
import { commandAddress } from '../../src/facts/command-address.ts';

const name = fc.stringMatching(/^[a-z0-9][a-z0-9_.-]+$/);
const place = fc.oneof(
  fc.constant({ kind: 'learner' } as const),
  fc.constant({ kind: 'engine-host' } as const),
  name.map((container) => ({ kind: 'container', container }) as const),
);
const subject = fc.string({ minLength: 1 });
const asked = ['reach', 'resolve', 'file'] as const;
const plain = addressKinds.filter((kind) => !(asked as readonly string[]).includes(kind));
const address: fc.Arbitrary<Address> = fc.oneof(
  fc.record({ kind: fc.constantFrom(...plain), subject }),
  fc.record({ kind: fc.constantFrom(...asked), place, subject }),
);

describe('parseAddress', () => {
  it.each([
    ['container/lab-web', { kind: 'container', subject: 'lab-web' }],
    ['interfaces/@engine-host', { kind: 'interfaces', subject: '@engine-host' }],
    ['inspect/image/a/b:1', { kind: 'inspect', subject: 'image/a/b:1' }],
    [
      'reach/container/web/http://db:80/x',
      { kind: 'reach', place: { kind: 'container', container: 'web' }, subject: 'http://db:80/x' },
    ],
    [
      'file/container/web//etc/hosts',
      { kind: 'file', place: { kind: 'container', container: 'web' }, subject: '/etc/hosts' },
    ],
  ])('takes %s apart', (text, expected) => {
    expect(parseAddress(text)).toEqual(expected);
  });

  it.each([
    '',
    'container',
    'container/',
    'pod/x',
    'reach/learner',
    'reach/moon/x:1',
    'file/container/web',
  ])('knows that %j is none', (text) => {
    expect(parseAddress(text)).toBeUndefined();
  });

  it('reads back every address that was formatted', () => {
    fc.assert(
      fc.property(address, (one) => {
        expect(parseAddress(formatAddress(one))).toEqual(one);
      }),
    );
  });

  it('never throws, and formats to the text that it was read from', () => {
    const texts = fc.oneof(
      fc.string(),
      fc
        .array(fc.constantFrom('reach', 'container', 'learner', '/', 'x'))
        .map((parts) => parts.join('/')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseAddress(text);
        if (parsed) expect(formatAddress(parsed)).toBe(text);
      }),
    );
  });
});

describe('parsePlace', () => {
  it('reads back every place that was formatted, with what follows it', () => {
    fc.assert(
      fc.property(place, subject, (one, rest) => {
        expect(parsePlace(`${formatPlace(one)}/${rest}`)).toEqual({ place: one, rest });
      }),
    );
  });
});

describe('commandAddress', () => {
  it('is the same for the same script, and for no other', () => {
    expect(commandAddress('true')).toBe('command/b5bea41b6c623f7c');
    expect(commandAddress('true ')).not.toBe(commandAddress('true'));
  });
});
