import type { CheckKind } from '../check.ts';
import { given, text } from '../given.ts';
import { findRunning } from '../presence.ts';

interface With {
  container: string;
  mode: string;
  of?: string;
}

/** How the running container was put on the network: `docker run --network …`. */
export const containerNetworkMode: CheckKind<With> = {
  uses: 'container.network-mode',
  schema: given(
    ['container', 'mode'],
    {
      container: text("The container's name"),
      mode: text("bridge, host, none, container, or a network's name"),
      of: text('With mode container: the container whose network namespace is shared'),
    },
    { dependencies: { of: { properties: { mode: { const: 'container' } } } } },
  ),
  probes: ({ container }) => [{ address: `container/${container}` }],
  judge({ container, mode, of }, facts) {
    const found = findRunning(facts, container);
    if (found.finding) return found.finding;
    const { networkMode, networkOf } = found.value;
    const at = `container/${container}`;
    const values = { container };
    // `default` is what an API client gets that names no network: the same as `bridge`.
    const expected = mode === 'default' ? 'bridge' : mode;
    if (networkMode !== expected) {
      const seen = { at: `${at}#networkMode`, expected, actual: networkMode };
      return { code: 'network-mode', ...seen, values };
    }
    if (of === undefined || networkOf === of) return undefined;
    const seen = { at: `${at}#networkOf`, expected: of, actual: networkOf };
    return { code: 'network-mode-of', ...seen, values };
  },
};
