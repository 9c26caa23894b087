import { isIP } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseHosts } from '../../../../src/engines/docker/probe/parse-hosts.ts';
import { parseNslookup } from '../../../../src/engines/docker/probe/parse-nslookup.ts';
import {
  buildCandidates,
  parseResolver,
} from '../../../../src/engines/docker/probe/parse-resolver.ts';

const server = 'Server:\t\t127.0.0.11\nAddress:\t127.0.0.11:53\n\n';

describe('nslookup', () => {
  test.each([
    ['busybox', `${server}Non-authoritative answer:\nName:\tweb\nAddress: 172.21.0.3\n`],
    ['BIND', `Server:\t\t10.0.0.1\nAddress:\t10.0.0.1#53\n\nName:\tweb\nAddress: 172.21.0.3\n`],
    [
      'older busybox',
      `Server:    10.0.0.1\nAddress 1: 10.0.0.1\n\nName:      web\nAddress 1: 172.21.0.3\n`,
    ],
  ])('%s: the answer without the server’s block', (_, text) => {
    expect(parseNslookup(text)).toEqual({ status: 'answered', addresses: ['172.21.0.3'] });
  });

  test.each([
    ['unknown', `${server}** server can't find web.: NXDOMAIN\n`],
    ['failed', `${server}** server can't find web.: SERVFAIL\n`],
    ['failed', `${server}** server can't find web.: REFUSED\n`],
    ['none', `${server}Non-authoritative answer:\n\n`],
    ['none', `${server}*** Can't find web: No answer\n`],
    ['silence', ';; connection timed out; no servers could be reached\n\n'],
    ['silence', `${server}`],
    ['silence', ''],
  ])('%s', (status, text) => {
    expect(parseNslookup(text)).toEqual({ status });
  });

  test('any text: addresses are addresses, and never those of the server’s block', () => {
    fc.assert(
      fc.property(fc.string(), fc.ipV4(), (text, address) => {
        const found = parseNslookup(text);
        if (found.status === 'answered') {
          for (const each of found.addresses) expect(isIP(each)).not.toBe(0);
        }
        expect(parseNslookup(`Server:\t${address}\nAddress:\t${address}\n\n`).status).toBe(
          'silence',
        );
      }),
    );
  });
});

describe('a hosts file', () => {
  test('names in any case, comments, both families, each address once', () => {
    const text = [
      '127.0.0.1 localhost # web',
      '#192.0.2.9 web',
      '192.0.2.1\tWeb  web.example',
      '2001:db8::1 web',
      '192.0.2.1 web',
      'nonsense web',
    ].join('\n');
    expect(parseHosts(text, 'web')).toEqual(['192.0.2.1', '2001:db8::1']);
    expect(parseHosts(text, 'WEB.EXAMPLE.')).toEqual(['192.0.2.1']);
    expect(parseHosts(text, 'other')).toEqual([]);
  });

  test('any text gives addresses only', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (text, name) => {
        for (const address of parseHosts(text, name)) expect(isIP(address)).not.toBe(0);
      }),
    );
  });
});

describe('a resolv.conf', () => {
  test('servers, search, ndots; the last search counts', () => {
    const text =
      '# x\nnameserver 127.0.0.11\nsearch a b\nsearch c.example\noptions edns0 ndots:2\n';
    expect(parseResolver(text)).toEqual({
      servers: ['127.0.0.11'],
      search: ['c.example'],
      ndots: 2,
    });
  });

  test('any text has one to three servers, all of them addresses', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.ipV4().map((ip) => `nameserver ${ip}`),
          ),
        ),
        (lines) => {
          const { servers, search, ndots } = parseResolver(lines.join('\n'));
          expect(servers.length).toBeGreaterThan(0);
          expect(servers.length).toBeLessThanOrEqual(3);
          for (const each of servers) expect(isIP(each)).not.toBe(0);
          expect(search.length).toBeLessThanOrEqual(6);
          expect(ndots).toBeLessThanOrEqual(15);
        },
      ),
    );
  });

  test('what is asked for, and in which order', () => {
    const resolver = { servers: [], search: ['one', 'two.'], ndots: 1 };
    expect(buildCandidates('web', resolver)).toEqual(['web.one.', 'web.two.', 'web.']);
    expect(buildCandidates('web.shop', resolver)).toEqual([
      'web.shop.',
      'web.shop.one.',
      'web.shop.two.',
    ]);
    expect(buildCandidates('web.', resolver)).toEqual(['web.']);
    expect(buildCandidates('web', { ...resolver, ndots: 0 })[0]).toBe('web.');
  });
});
