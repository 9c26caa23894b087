import { createHmac } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import type { Taken } from '../engines/taken.ts';
import { exitCodes, Failure } from '../failure.ts';
import type { Draw } from '../lab/lab.ts';

export interface Drawn {
  value: string;
  /** Candidates that came up before, each with what was in the way. */
  passed: { candidate: string; blocker: string }[];
}

/** How many candidates are tried before every one is. */
const tries = 64;

/**
 * Draws a value from the learner's seed: the same seed, lab and name give the same candidates in
 * the same order, so that a mentor can draw them again. Candidates in `taken` are passed over.
 */
export function drawValue(draw: Draw, key: string, seed: string, taken: readonly Taken[]): Drawn {
  if ('hex' in draw)
    return { value: digest(seed, key, 0).toString('hex').slice(0, draw.hex), passed: [] };
  if ('pick' in draw)
    return { value: draw.pick[number(seed, key, 0) % draw.pick.length] ?? '', passed: [] };
  const space = 'port' in draw ? portSpace(draw.port) : subnetSpace(draw.subnet);
  const passed: Drawn['passed'] = [];
  for (const candidate of candidates(space, key, seed)) {
    const blocker = taken.find((used) => space.clashes(candidate, used.value))?.blocker;
    if (blocker === undefined) return { value: candidate, passed };
    passed.push({ candidate, blocker });
  }
  throw noneFree(key, draw, passed);
}

interface Space {
  size: number;
  at(index: number): string;
  clashes(candidate: string, used: string): boolean;
}

/** Some at random, then all in turn: a space that is nearly full is still searched to its end. */
function* candidates(space: Space, key: string, seed: string): Generator<string> {
  const seen = new Set<number>();
  for (let i = 0; i < tries + space.size; i++) {
    const index = i < tries ? number(seed, key, i) % space.size : i - tries;
    if (seen.has(index)) continue;
    seen.add(index);
    yield space.at(index);
  }
}

function portSpace({ from, to }: { from: number; to: number }): Space {
  return {
    size: to - from + 1,
    at: (index) => String(from + index),
    clashes: (candidate, used) => candidate === used,
  };
}

function subnetSpace({ within, prefix }: { within: string; prefix: number }): Space {
  const [base, length] = ipaddr.IPv4.parseCIDR(within);
  const first = toNumber(base);
  return {
    size: 2 ** (prefix - length),
    at: (index) => `${toText(first + index * 2 ** (32 - prefix))}/${prefix}`,
    clashes: overlaps,
  };
}

/** Whether two IPv4 ranges share an address. */
export function overlaps(one: string, other: string): boolean {
  const [a, aLength] = ipaddr.IPv4.parseCIDR(one);
  const [b, bLength] = ipaddr.IPv4.parseCIDR(other);
  const length = Math.min(aLength, bLength);
  return a.match(b, length);
}

function toNumber(address: ipaddr.IPv4): number {
  return address.octets.reduce((sum, octet) => sum * 256 + octet, 0);
}

function toText(number: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
}

function digest(seed: string, key: string, i: number): Buffer {
  return createHmac('sha512', seed).update(`${key}\n${i}`).digest();
}

/** 48 bits: more than any space here, and exact in a number. */
function number(seed: string, key: string, i: number): number {
  return digest(seed, key, i).readUIntBE(0, 6);
}

function noneFree(key: string, draw: Draw, passed: Drawn['passed']): Failure {
  const blockers = [...new Set(passed.map(({ blocker }) => blocker))];
  const code = 'subnet' in draw ? 'session.no-subnet' : 'session.no-port';
  const space =
    'subnet' in draw
      ? draw.subnet.within
      : 'port' in draw
        ? `${draw.port.from}-${draw.port.to}`
        : '';
  const more = blockers.length > 8 ? ', …' : '';
  return new Failure(code, exitCodes.operation, {
    name: key.slice(key.indexOf('/') + 1),
    space,
    blockers: blockers.slice(0, 8).join(', ') + more,
  });
}
