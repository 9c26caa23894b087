import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildArguments } from '../../../../src/engines/docker/toolbox/assemble.ts';
import { parseRelease, parseTargets } from '../../../../src/engines/docker/toolbox/distribution.ts';

test.each([
  ['ID=debian\nVERSION_CODENAME=bookworm\n', { origin: 'Debian', suite: 'bookworm' }],
  [
    'NAME="Ubuntu"\nVERSION_ID="24.04"\nID=ubuntu\nVERSION_CODENAME="noble"',
    { origin: 'Ubuntu', suite: 'noble' },
  ],
  ['ID=fedora\nVERSION_CODENAME=""', undefined],
  ['ID=alpine', undefined],
  ['ID_LIKE=debian\nVERSION_CODENAME=faye', undefined],
  ['', undefined],
])('tells Debian and Ubuntu from other systems: %j', (text, expected) => {
  expect(parseRelease(text)).toEqual(expected);
});

test('the sources are those of apt, each once, with the key where apt names one', () => {
  const text = [
    'http://mirror.example/debian/ bookworm main $(SIGNED_BY)',
    'http://mirror.example/debian/ bookworm main $(SIGNED_BY)',
    'https://deb.example/debian/ bookworm-updates main /usr/share/keyrings/debian-archive-keyring.gpg',
    'broken line',
    '',
  ].join('\n');
  expect(parseTargets(text)).toEqual([
    'deb http://mirror.example/debian/ bookworm main',
    'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] https://deb.example/debian/ bookworm-updates main',
  ]);
});

test('every line of the sources is one that mmdebstrap takes for a source, not for an option', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const line of parseTargets(text)) expect(line).toMatch(/^deb /);
    }),
  );
});

test('mmdebstrap is given the suite, the file and the sources, in this order', () => {
  const sources = ['deb http://mirror.example/debian/ trixie main'];
  const distribution = { origin: 'Debian', suite: 'trixie', architecture: 'amd64' } as const;
  const args = buildArguments(distribution, sources, '/tmp/out.tar');
  expect(args.slice(-3)).toEqual(['trixie', '/tmp/out.tar', ...sources]);
  expect(args).toContain('--variant=extract');
});
