import type { ProcessMark } from '../../engine.ts';
import { Unseen } from '../../unseen.ts';
import type { Look } from '../look.ts';
import type { Helper } from './helper.ts';

/** Milliseconds for an answer that needs no program. */
export const shortDeadline = 5000;

const known = new WeakMap<Helper, Map<string, Promise<ProcessMark | null>>>();

/**
 * The first process of a container; null if there is no such container or it does not run.
 * Between an inspect and a look the container may die and its process number be used again. So its
 * start time is asked for, and the container inspected once more: what ran before and after with
 * the same number is that process. Later questions carry the start time.
 */
export async function findProcess(look: Look, name: string): Promise<ProcessMark | null> {
  const container = await look.container(name);
  if (!container?.State.Running || container.State.Pid === 0) return null;
  const helper = await look.helper();
  const { Pid: pid, StartedAt } = container.State;
  const key = `${container.Id} ${pid} ${StartedAt}`;
  const marks = known.get(helper) ?? new Map<string, Promise<ProcessMark | null>>();
  known.set(helper, marks);
  const found = marks.get(key) ?? mark(look, helper, container.Id, pid, StartedAt);
  marks.set(key, found);
  found.catch(() => marks.delete(key));
  return found;
}

async function mark(
  look: Look,
  helper: Helper,
  id: string,
  pid: number,
  startedAt: string,
): Promise<ProcessMark | null> {
  const started = await helper.started(pid, shortDeadline);
  const { State } = await look.docker.getContainer(id).inspect({ abortSignal: look.signal });
  if (!State.Running) return null;
  if (State.Pid === pid && State.StartedAt === startedAt) return { pid, started };
  throw new Unseen('engine', 'the container was restarted while it was looked at');
}
