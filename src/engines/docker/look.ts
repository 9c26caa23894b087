import type Docker from 'dockerode';
import type { Address } from '../../facts/address.ts';
import type { Probe } from '../../facts/fact.ts';
import type { InterfacesValue } from '../../facts/values.ts';
import type { Json } from '../../json.ts';
import type { Helper } from './probe/helper.ts';

/**
 * What the probes of one observation share, so that each container, network and namespace is
 * asked for once, however many checks look at it. Every promise is remembered by its argument.
 */
export interface Look {
  docker: Docker;
  signal: AbortSignal;
  /** The probe helper; started when the first probe needs it, one for an attempt. */
  helper(): Promise<Helper>;
  container(name: string): Promise<Docker.ContainerInspectInfo | null>;
  network(name: string): Promise<Docker.NetworkInspectInfo | null>;
  /** The interfaces of the engine's host. */
  hostInterfaces(): Promise<InterfacesValue>;
}

/** Sees one kind of fact. Null when what it is about is not there, or does not run. */
export type See = (look: Look, address: Address, probe: Probe) => Promise<Json>;
