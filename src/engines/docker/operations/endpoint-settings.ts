import type Docker from 'dockerode';

/** How a container is to hang on a network: a fixed address, other names. */
export function endpointSettings(given: {
  ip?: string;
  aliases?: string[];
}): Docker.EndpointSettings {
  const { ip, aliases } = given;
  return {
    ...(ip && { IPAMConfig: ip.includes(':') ? { IPv6Address: ip } : { IPv4Address: ip } }),
    ...(aliases && aliases.length > 0 && { Aliases: aliases }),
  } as Docker.EndpointSettings;
}
