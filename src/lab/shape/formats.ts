import { normalCidr, normalIp } from '../../checks/ip.ts';
import { parseDuration } from '../duration.ts';

const range = /^((>=|<=|>|<|=)?[0-9]+(\.[0-9]+){0,2}(\s+|$))+$/;
const image = /^[a-z0-9][a-z0-9._/-]*(:[A-Za-z0-9_][A-Za-z0-9_.-]*)?$/;
const mapping = /^((?:[0-9]+\.){3}[0-9]+:)?([0-9]+):([0-9]+)(\/(tcp|udp|sctp))?$/;

/** What a text in a definition may have to be; the words are `definition.format-<name>`. */
const strict: Readonly<Record<string, (text: string) => boolean>> = {
  duration: (text) => parseDuration(text) !== undefined,
  ip: (text) => normalIp(text) !== undefined,
  cidr: (text) => normalCidr(text) !== undefined,
  'ipv4-cidr': (text) => normalCidr(text) !== undefined && !text.includes(':'),
  'port-mapping': isPortMapping,
  'version-range': (text) => range.test(text),
  'relative-path': (text) =>
    !text.startsWith('/') && !text.includes('\\') && !text.split('/').includes('..'),
};

/** For ajv. A text with a placeholder in it is only known when it is filled in. */
export const formats: Readonly<Record<string, (text: string) => boolean>> = {
  ...Object.fromEntries(
    Object.entries(strict).map(([name, fits]) => [
      name,
      (text: string) => text.includes('${{') || fits(text),
    ]),
  ),
  'docker-name': (text) => /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(text),
  'image-name': (text) => image.test(text),
  step: (text) => /^.+\/[^/]+$/.test(text),
  id: (text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text),
  key: (text) => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text),
};

function isPortMapping(text: string): boolean {
  const [, host, from, to] = mapping.exec(text) ?? [];
  const isPort = (port: string | undefined) => Number(port) >= 1 && Number(port) <= 65_535;
  return isPort(from) && isPort(to) && (!host || normalIp(host.slice(0, -1)) !== undefined);
}
