import type { BridgeValue } from '../../../facts/values.ts';
import { parseRows } from './parse-rows.ts';

/** A row of `bridge -j fdb show`; source: iproute2, bridge/fdb.c. */
interface Row {
  mac?: string;
  ifname?: string;
  master?: string;
  state?: string;
}

/**
 * Reads what `bridge -j fdb show br NAME` prints. Rows without this master are no part of the
 * bridge's table: they are what each device listens to. A row with a VLAN repeats one without.
 */
export function parseForwarding(text: string, bridge: string): BridgeValue['table'] {
  const seen = new Map<string, BridgeValue['table'][number]>();
  for (const { mac, ifname, master, state } of parseRows<Row>(text, 'bridge fdb')) {
    if (mac === undefined || ifname === undefined || master !== bridge) continue;
    const key = `${mac} ${ifname}`;
    if (!seen.has(key)) seen.set(key, { mac, port: ifname, permanent: state === 'permanent' });
  }
  return [...seen.values()];
}
