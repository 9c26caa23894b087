import { exitCodes, Failure } from '../../../failure.ts';

export interface PortMapping {
  /** As the engine names it: `80/tcp`. */
  port: string;
  /** Empty: on every address of the host. */
  hostIp: string;
  hostPort: string;
}

const form = /^(?:(?:\[([0-9a-f:.]+)\]|([0-9.]+)):)?(\d{1,5}):(\d{1,5})(?:\/(tcp|udp|sctp))?$/i;

/** Reads `[HOSTIP:]HOSTPORT:PORT[/udp]`, an IPv6 address in brackets. Throws `docker.bad-port`. */
export function parsePortMapping(text: string): PortMapping {
  const [whole, ipv6, ipv4, hostPort = '', port = '', protocol = 'tcp'] = form.exec(text) ?? [];
  if (whole === undefined || Number(hostPort) > 65_535 || !isPort(port)) {
    throw new Failure('docker.bad-port', exitCodes.usage, { port: text });
  }
  return {
    port: `${Number(port)}/${protocol.toLowerCase()}`,
    hostIp: ipv6 ?? ipv4 ?? '',
    hostPort,
  };
}

/** Port 0 of the host lets the engine choose; a container has none. */
function isPort(text: string): boolean {
  return Number(text) >= 1 && Number(text) <= 65_535;
}
