/** Something that happened to an object of the engine. */
export interface Change {
  kind: 'container' | 'network' | 'volume' | 'image';
  /** `start`, `die`, `connect`, `exec_start`, …: the engine's word without what it was called with. */
  action: string;
  id: string;
  name: string;
  labels: Record<string, string>;
  /** For a network's `connect` and `disconnect`: the id of the container. */
  container?: string;
}

interface Message {
  Type?: unknown;
  Action?: unknown;
  Actor?: { ID?: unknown; Attributes?: Record<string, string> | null } | null;
}

const kinds: ReadonlySet<unknown> = new Set(['container', 'network', 'volume', 'image']);

/** What the engine puts beside an object's labels, in one map with them. */
const attributes = ['name', 'image', 'exitCode', 'signal', 'execID', 'execDuration', 'container'];
const own = new Set([...attributes, 'type', 'driver', 'destination', 'read/write', 'propagation']);

/**
 * One line of the event stream; undefined if it is about something else. Only `Type`, `Action`
 * and `Actor` are read: Engine 29 has dropped `status`, `id` and `from`.
 */
export function parseChange(line: string): Change | undefined {
  const { Type, Action, Actor } = parseMessage(line);
  if (!kinds.has(Type) || typeof Action !== 'string' || typeof Actor?.ID !== 'string') return;
  const given = Actor.Attributes ?? {};
  const labels = Object.fromEntries(Object.entries(given).filter(([name]) => !own.has(name)));
  return {
    kind: Type as Change['kind'],
    action: Action.split(':', 1)[0] ?? '',
    id: Actor.ID,
    name: given.name ?? Actor.ID,
    labels,
    ...(Type === 'network' && given.container && { container: given.container }),
  };
}

function parseMessage(line: string): Message {
  try {
    return (JSON.parse(line) as Message | null) ?? {};
  } catch {
    return {};
  }
}
