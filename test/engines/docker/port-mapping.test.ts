import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePortMapping } from '../../../src/engines/docker/operations/port-mapping.ts';
import { Failure } from '../../../src/failure.ts';

test.each([
  ['8080:80', { port: '80/tcp', hostIp: '', hostPort: '8080' }],
  ['127.0.0.1:8080:80', { port: '80/tcp', hostIp: '127.0.0.1', hostPort: '8080' }],
  ['5353:53/udp', { port: '53/udp', hostIp: '', hostPort: '5353' }],
  ['[::1]:8080:80/TCP', { port: '80/tcp', hostIp: '::1', hostPort: '8080' }],
  ['0:80', { port: '80/tcp', hostIp: '', hostPort: '0' }],
])('%s', (text, mapping) => expect(parsePortMapping(text)).toEqual(mapping));

test.each([
  '',
  '80',
  '80:',
  ':80',
  '80:0',
  '80:65536',
  '65536:80',
  '80:80/icmp',
  '::1:80:80',
  'a:80:80',
])('%s is refused', (text) => expect(() => parsePortMapping(text)).toThrow('docker.bad-port'));

test('any other text is refused too, and nothing else is thrown', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      try {
        parsePortMapping(text);
      } catch (error) {
        expect(error).toBeInstanceOf(Failure);
      }
    }),
  );
});
