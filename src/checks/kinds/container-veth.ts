import type { CheckKind } from '../check.ts';
import { given, text } from '../given.ts';
import { findVeth, vethProbes } from '../veth.ts';

interface With {
  container: string;
  network: string;
}

/** The container has a veth whose peer on the engine's host hangs on the network's bridge. */
export const containerVeth: CheckKind<With> = {
  uses: 'container.veth',
  schema: given(['container', 'network'], {
    container: text("The container's name"),
    network: text('The network on whose bridge the other end must hang'),
  }),
  probes: ({ container, network }) => vethProbes(container, network),
  judge: ({ container, network }, facts) => findVeth(facts, container, network).finding,
};
