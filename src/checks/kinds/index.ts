import type { CheckKind } from '../check.ts';

/**
 * The kinds of checks, by the word that stands in `uses`. Each is loaded when a lab first uses it,
 * so that a lab without JSON Schemas never waits for a schema compiler.
 */
const loaders = {
  'bridge.learned': async () => (await import('./bridge-learned.ts')).bridgeLearned,
  changed: async () => (await import('./changed.ts')).changed,
  'command.output': async () => (await import('./command-output.ts')).commandOutput,
  'container.address': async () => (await import('./container-address.ts')).containerAddress,
  'container.attached': async () => (await import('./container-attached.ts')).containerAttached,
  'container.gateway': async () => (await import('./container-gateway.ts')).containerGateway,
  'container.interfaces': async () =>
    (await import('./container-interfaces.ts')).containerInterfaces,
  'container.network-mode': async () =>
    (await import('./container-network-mode.ts')).containerNetworkMode,
  'container.parent': async () => (await import('./container-parent.ts')).containerParent,
  'container.running': async () => (await import('./container-running.ts')).containerRunning,
  'container.same-namespace': async () =>
    (await import('./container-same-namespace.ts')).containerSameNamespace,
  'container.veth': async () => (await import('./container-veth.ts')).containerVeth,
  'file.content': async () => (await import('./file-content.ts')).fileContent,
  'network.exists': async () => (await import('./network-exists.ts')).networkExists,
  'port.published': async () => (await import('./port-published.ts')).portPublished,
  reach: async () => (await import('./reach.ts')).reach,
  resolve: async () => (await import('./resolve.ts')).resolve,
  'resource.matches': async () => (await import('./resource-matches.ts')).resourceMatches,
} satisfies Record<string, () => Promise<CheckKind>>;

/** The words that a check's `uses` may be, in alphabetical order. */
export const checkKindNames: readonly string[] = Object.keys(loaders);

/** The kind of check with this name; undefined when there is none. */
export async function loadCheckKind(uses: string): Promise<CheckKind | undefined> {
  const known: Readonly<Record<string, () => Promise<CheckKind>>> = loaders;
  return Object.hasOwn(known, uses) ? known[uses]?.() : undefined;
}

/** Every kind of check by its name: for the lab parser, and for `schemas/lab.schema.json`. */
export async function loadAllCheckKinds(): Promise<Record<string, CheckKind>> {
  const loaded = Object.entries(loaders).map(async ([uses, load]) => [uses, await load()] as const);
  return Object.fromEntries(await Promise.all(loaded));
}
