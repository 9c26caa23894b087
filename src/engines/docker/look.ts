import type Docker from 'dockerode';
import type { Address } from '../../facts/address.ts';
import type { Probe } from '../../facts/fact.ts';
import type { Json } from '../../json.ts';
import type { Helper } from './probe/helper.ts';
import type { NetworkView } from './probe/network-view.ts';

/**
 * What the probes of one observation share, so that each container, network and namespace is
 * asked for once, however many checks look at it. Every promise is remembered by its argument.
 */
export interface Look {
  docker: Docker;
  signal: AbortSignal;
  /** The probe helper; started when the first probe needs it, one for an attempt. */
  helper(): Promise<Helper>;
  /** By its exact name. */
  container(name: string): Promise<Docker.ContainerInspectInfo | null>;
  /** By its exact name; the oldest if there are several. */
  network(name: string): Promise<Docker.NetworkInspectInfo | null>;
  /** All networks, as the engine lists them: without their containers. */
  networks(): Promise<Docker.NetworkInspectInfo[]>;
  /** The interfaces and routes of the engine's host, with what joins them to those of containers. */
  hostInterfaces(): Promise<NetworkView>;
}

/** Sees one kind of fact. Null when what it is about is not there, or does not run. */
export type See = (look: Look, address: Address, probe: Probe) => Promise<Json>;
