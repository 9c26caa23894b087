import type { AddressKind } from '../../../facts/address.ts';
import { seeCapability } from '../capabilities/see-capability.ts';
import type { See } from '../look.ts';
import { seeBridge } from './see-bridge.ts';
import { seeFile } from './see-file.ts';
import { seeInterfaces } from './see-interfaces.ts';
import { seeNamespaces } from './see-namespaces.ts';
import { seeReach } from './see-reach.ts';
import { seeResolve } from './see-resolve.ts';

/** The kinds of facts that come through the probe helper. */
export const kindsProbed = {
  interfaces: seeInterfaces,
  namespaces: seeNamespaces,
  bridge: seeBridge,
  reach: seeReach,
  resolve: seeResolve,
  file: seeFile,
  capability: seeCapability,
} satisfies Partial<Record<AddressKind, See>>;
