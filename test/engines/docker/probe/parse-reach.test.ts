import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../../src/engines/docker/probe/helper.ts';
import { outcomeOfErrors } from '../../../../src/engines/docker/probe/outcome-of-errors.ts';
import { parseCurl } from '../../../../src/engines/docker/probe/parse-curl.ts';
import { parseTarget } from '../../../../src/engines/docker/probe/parse-target.ts';
import { Unseen } from '../../../../src/engines/unseen.ts';

function said(exit: number | null, stderr: string, rest: Partial<Answer> = {}): Answer {
  const none = { stdout: Buffer.from('body'), truncated: false, timedOut: false };
  return { exit, stderr: Buffer.from(stderr), ...none, ...rest };
}

describe('curl', () => {
  test.each([
    ['success', 200, said(0, '< HTTP/1.1 200 OK\r\n')],
    ['success', 404, said(0, '< HTTP/1.1 100 Continue\r\n< HTTP/1.1 404 Not Found\r\n')],
    ['success', 200, said(0, '< HTTP/2 200 \r\n')],
    ['success', 200, said(null, '< HTTP/1.1 200 OK\r\n', { truncated: true })],
    ['broken', null, said(null, '', { truncated: true })],
    ['refused', null, said(7, '* connect to 172.17.0.9 port 80 failed: Connection refused\n')],
    ['unreachable', null, said(7, '* connect to 10.0.0.9 port 80 failed: No route to host\n')],
    [
      'unreachable',
      null,
      said(7, '* Immediate connect fail for 10.0.0.9: Network is unreachable\n'),
    ],
    [
      'refused',
      null,
      said(
        7,
        '* Immediate connect fail for ::1: Network is unreachable\n* connect to 10.0.0.9 port 80 failed: Connection refused\n',
      ),
    ],
    // As newer ones word it; curl 8.9 names both ends.
    [
      'refused',
      null,
      said(
        7,
        '* connect to 127.0.0.1 port 81 from 127.0.0.1 port 51234 failed: Connection refused\n',
      ),
    ],
    ['silence', null, said(28, '* Connection timed out after 1000 milliseconds\n')],
    ['silence', null, said(null, '', { timedOut: true })],
    ['broken', null, said(52, '* Empty reply from server\n')],
    ['broken', null, said(56, '* Recv failure: Connection reset by peer\n')],
    ['broken', null, said(1, '* Received HTTP/0.9 when not allowed\n')],
    ['broken', 200, said(18, '< HTTP/1.1 200 OK\r\n* transfer closed\n')],
  ])('%s, status %s', (outcome, status, answer) => {
    const body = status === null ? null : 'body';
    expect(parseCurl(answer)).toEqual({ outcome, status, body });
  });

  test('a header cannot pass for the status or for an error', () => {
    const stderr =
      '< HTTP/1.1 204 No Content\r\n< X: y\r\n< HTTP/1.1 500 x\r\n< * connect to x failed: Connection refused\r\n';
    expect(parseCurl(said(0, stderr))).toMatchObject({ outcome: 'success', status: 204 });
  });

  test('a curl that could not do its work is no fact', () => {
    expect(() => parseCurl(said(3, 'bad URL'))).toThrow(Unseen);
    expect(() => parseCurl(said(null, 'killed'))).toThrow(Unseen);
  });
});

test.each([
  ['refused', ['ENETUNREACH', 'ECONNREFUSED']],
  ['silence', ['timeout', 'EHOSTUNREACH']],
  ['silence', ['ETIMEDOUT']],
  ['broken', ['ECONNRESET']],
  ['unreachable', ['EHOSTUNREACH']],
  ['unreachable', []],
])('%s', (outcome, errors) => {
  expect(outcomeOfErrors(errors)).toBe(outcome);
});

describe('a target', () => {
  test.each([
    ['web:80', { host: 'web', port: 80 }],
    ['172.17.0.2:8080', { host: '172.17.0.2', port: 8080 }],
    ['[2001:db8::1]:80', { host: '2001:db8::1', port: 80 }],
    ['http://web/a?b', { host: 'web', port: 80, url: 'http://web/a?b' }],
    ['https://web:8443/', { host: 'web', port: 8443, url: 'https://web:8443/' }],
    ['HTTPS://Web', { host: 'web', port: 443, url: 'https://web/' }],
    ['http://[::1]:81/', { host: '::1', port: 81, url: 'http://[::1]:81/' }],
  ])('%s', (text, target) => {
    expect(parseTarget(text)).toEqual(target);
  });

  test('anything else is refused, and no host is ever an option', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.tuple(fc.string(), fc.nat()).map(([a, b]) => `${a}:${b}`),
          fc.webUrl(),
        ),
        (text) => {
          try {
            const { host, port, url } = parseTarget(text);
            expect(host).not.toMatch(/^-|\s|\//);
            expect(port).toBeGreaterThan(0);
            expect(port).toBeLessThan(65_536);
            if (url !== undefined) expect(url).toMatch(/^https?:\/\//);
          } catch (error) {
            expect(error).toBeInstanceOf(Unseen);
          }
        },
      ),
    );
  });
});
