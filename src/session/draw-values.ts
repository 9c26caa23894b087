import { findTakenPorts, findTakenSubnets } from '../engines/docker/taken.ts';
import type { Engines } from '../engines/engines.ts';
import { isPortFree } from '../engines/shell/is-port-free.ts';
import type { Taken } from '../engines/taken.ts';
import type { JournalRecord } from '../journal/entry.ts';
import type { Draw, Lab } from '../lab/lab.ts';
import { type Drawn, drawValue } from './draw.ts';

/** Draws all values of a lab; each takes its place before the next is drawn. */
export async function drawValues(
  lab: Lab,
  seed: string,
  engines: Engines,
  signal: AbortSignal,
): Promise<JournalRecord[]> {
  const draws = Object.entries(lab.vars);
  const taken = await findTaken(
    draws.map(([, draw]) => draw),
    engines,
    signal,
  );
  const records: JournalRecord[] = [];
  for (const [name, draw] of draws) {
    const { value, passed } = await drawFree(draw, `${lab.id}/${name}`, seed, taken);
    taken.push({ value, blocker: `vars.${name}` });
    records.push({ type: 'drawn', name, value, passed });
  }
  return records;
}

/** Of each kind of value only what the other values of that kind could clash with is looked up. */
async function findTaken(draws: Draw[], engines: Engines, signal: AbortSignal): Promise<Taken[]> {
  const [subnets, ports] = await Promise.all([
    draws.some((draw) => 'subnet' in draw)
      ? findTakenSubnets(engines.docker, engines.look(signal))
      : [],
    draws.some((draw) => 'port' in draw) ? findTakenPorts(engines.docker, signal) : [],
  ]);
  return [...subnets, ...ports];
}

async function drawFree(draw: Draw, key: string, seed: string, taken: Taken[]): Promise<Drawn> {
  for (;;) {
    const drawn = drawValue(
      draw,
      key,
      seed,
      taken.filter(({ value }) => value.includes('/') === 'subnet' in draw),
    );
    if (!('port' in draw) || (await isPortFree(Number(drawn.value)))) return drawn;
    taken.push({ value: drawn.value, blocker: `listen :${drawn.value}` });
  }
}
