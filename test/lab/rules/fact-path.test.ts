import { describe, expect, it } from 'vitest';
import { factSchemas } from '../../../src/facts/table.ts';
import { findUnknownKey } from '../../../src/lab/rules/fact-path.ts';

describe('findUnknownKey', () => {
  it.each([
    ['container', 'networks.bridge.ip'],
    ['container', 'networks."lab-net".aliases[0]'],
    ['container', 'networks.*.ip | [0]'],
    ['container', 'ports[?port==`80`].hostPort | [0]'],
    ['container', 'ports[].hostIp'],
    ['container', 'ports[:2].hostIp'],
    ['container', 'labels.anything'],
    ['container', 'length(ports)'],
    ['container', 'keys(networks)'],
    ['interfaces', "interfaces[?name=='eth0'].peer.bridge | [0]"],
    ['interfaces', "routes[?to=='default'] | [0].via"],
    ['network', 'subnets[0].gateway'],
    ['interfaces', 'interfaces[*].addresses[].ip'],
    ['interfaces', 'interfaces[].addresses[0].ip | [0]'],
    ['inspect', 'HostConfig.NetworkMode'],
  ] as const)('lets a path into %s be: %s', (kind, path) => {
    expect(findUnknownKey(path, factSchemas[kind])).toBeUndefined();
  });

  it.each([
    ['container', 'network.bridge', 'network'],
    ['container', 'networks.bridge.address', 'address'],
    ['container', 'networks.*.address', 'address'],
    ['container', 'ports[0].host', 'host'],
    ['container', 'ports[].host', 'host'],
    ['container', 'ports[?portt==`80`].hostPort', 'portt'],
    ['container', 'name.first', 'first'],
    ['container', 'ports.port', 'port'],
    ['interfaces', "interfaces[?kind=='veth'] | [0].peers", 'peers'],
    ['interfaces', 'interfaces[*].addresses[].mac', 'mac'],
    ['network', 'subnets[0] | gatewy', 'gatewy'],
  ] as const)('finds in a path into %s what is never there: %s', (kind, path, found) => {
    expect(findUnknownKey(path, factSchemas[kind])).toMatchObject({ found });
  });

  it('leaves what is no path to the rule that says so', () => {
    expect(findUnknownKey('a[', factSchemas.container)).toBeUndefined();
  });
});
