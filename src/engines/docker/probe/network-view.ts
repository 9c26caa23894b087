import type { Interface, Route } from '../../../facts/values.ts';

/** An interface as its own network namespace tells it, not yet joined to the host's. */
export interface Link extends Omit<Interface, 'peer' | 'parent'> {
  /** The index of a veth's other end, or of what a macvlan, ipvlan or vxlan stands on. */
  lower: number | null;
  /** The number of the namespace that `lower` is in, if that is another one; null if it is this. */
  lowerNamespace: number | null;
}

/** What one network namespace shows. */
export interface NetworkView {
  links: Link[];
  routes: Route[];
}
