import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawValue, overlaps } from '../../src/session/draw.ts';

const within = { within: '172.28.0.0/14', prefix: 24 };

test('the same seed draws the same value, another seed most likely another', () => {
  const draw = (seed: string) => drawValue({ subnet: within }, 'lab/subnet', seed, []).value;
  expect(draw('a')).toBe(draw('a'));
  expect(new Set(['a', 'b', 'c', 'd', 'e'].map(draw)).size).toBeGreaterThan(1);
});

test('a subnet in use is passed over, and the blocker is named', () => {
  const first = drawValue({ subnet: within }, 'k', 'seed', []).value;
  const taken = [{ value: first, blocker: 'network mine' }];
  const { value, passed } = drawValue({ subnet: within }, 'k', 'seed', taken);
  expect(overlaps(value, first)).toBe(false);
  expect(passed).toEqual([{ candidate: first, blocker: 'network mine' }]);
});

test('a wider range in use blocks every subnet in it; the last free one is found', () => {
  const taken = [
    { value: '10.0.0.0/25', blocker: 'route' },
    { value: '10.0.0.128/26', blocker: 'network a' },
  ];
  const draw = { subnet: { within: '10.0.0.0/24', prefix: 26 } };
  expect(drawValue(draw, 'k', 's', taken).value).toBe('10.0.0.192/26');
});

test('when none is free, the failure names what is in the way', () => {
  const taken = [{ value: '10.0.0.0/8', blocker: 'route 10.0.0.0/8 dev tun0' }];
  const draw = { subnet: { within: '10.1.0.0/16', prefix: 24 } };
  expect(() => drawValue(draw, 'lab/net', 's', taken)).toThrow(
    expect.objectContaining({
      code: 'session.no-subnet',
      values: { name: 'net', space: '10.1.0.0/16', blockers: 'route 10.0.0.0/8 dev tun0' },
    }),
  );
});

test('values stay within what was asked for', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (seed) => {
      const subnet = drawValue({ subnet: within }, 'k', seed, []).value;
      expect(overlaps(subnet, '172.28.0.0/14')).toBe(true);
      expect(subnet).toMatch(/^172\.(2[89]|3[01])\.\d+\.0\/24$/);
      const port = Number(drawValue({ port: { from: 20000, to: 20009 } }, 'k', seed, []).value);
      expect(port).toBeGreaterThanOrEqual(20000);
      expect(port).toBeLessThanOrEqual(20009);
      expect(drawValue({ hex: 6 }, 'k', seed, []).value).toMatch(/^[0-9a-f]{6}$/);
      expect(['x', 'y']).toContain(drawValue({ pick: ['x', 'y'] }, 'k', seed, []).value);
    }),
  );
});
