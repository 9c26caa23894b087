import type { AddressKind } from '../../facts/address.ts';
import type { DockerEngineValue } from '../../facts/values.ts';
import type { See } from './look.ts';
import { seeContainer, seeInspect, seeNetwork } from './see-objects.ts';

/** Which function sees which kind of fact; those that need the probe helper load when first used. */
export function kindsSeen(engine: DockerEngineValue): Partial<Record<AddressKind, See>> {
  return {
    engine: async () => ({ ...engine }),
    container: seeContainer,
    network: seeNetwork,
    inspect: seeInspect,
    bridge: late(async () => (await import('./probe/see-bridge.ts')).seeBridge),
    capability: late(async () => (await import('./capabilities/see-capability.ts')).seeCapability),
    file: late(async () => (await import('./probe/see-file.ts')).seeFile),
    interfaces: late(async () => (await import('./probe/see-interfaces.ts')).seeInterfaces),
    namespaces: late(async () => (await import('./probe/see-namespaces.ts')).seeNamespaces),
    reach: late(async () => (await import('./probe/see-reach.ts')).seeReach),
    resolve: late(async () => (await import('./probe/see-resolve.ts')).seeResolve),
  };
}

function late(load: () => Promise<See>): See {
  return async (look, address, probe) => (await load())(look, address, probe);
}
