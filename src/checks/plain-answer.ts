import type { Json } from '../json.ts';
import type { Question } from '../lab/lab.ts';
import { normalCidr, normalIp } from './ip.ts';

/**
 * An answer in the one form in which it is compared; undefined when it cannot be one of this
 * type. Leniency ends where meaning begins: surrounding space, Unicode composition (macOS types
 * Hangul decomposed), and the case of hexadecimal numbers and MAC addresses do not count.
 */
export function plainAnswer(type: Question['type'], given: Json): string | undefined {
  if (typeof given !== 'string' && typeof given !== 'number') return undefined;
  const text = String(given).normalize('NFC').trim();
  if (text === '') return undefined;
  if (type === 'ip') return normalIp(text);
  if (type === 'cidr') return normalCidr(text);
  if (type === 'number') return plainNumber(text);
  return looksHexadecimal(text) ? text.toLowerCase() : text;
}

/** The members of an answer to a `multi` question, sorted: a list, or a text with commas. */
export function plainMembers(given: Json): string[] | undefined {
  const members = typeof given === 'string' ? given.split(',') : given;
  if (!Array.isArray(members) || members.length === 0) return undefined;
  const plain = members.map((member) => plainAnswer('text', member));
  if (!plain.every((member) => member !== undefined)) return undefined;
  return [...new Set(plain)].sort();
}

/** Digits with an optional sign and decimal part; `1,000` and `1e3` mean other things elsewhere. */
function plainNumber(text: string): string | undefined {
  return /^[+-]?[0-9]{1,15}([.][0-9]{1,15})?$/.test(text) ? String(Number(text) || 0) : undefined;
}

function looksHexadecimal(text: string): boolean {
  return /^(0x)?[0-9a-f]+$/i.test(text) || /^([0-9a-f]{2}[:-])+[0-9a-f]{2}$/i.test(text);
}
