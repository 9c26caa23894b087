import { describeOwner } from '../engines/docker/describe-owner.ts';
import type { Engines } from '../engines/engines.ts';
import { exitCodes, Failure } from '../failure.ts';
import type { Lab } from '../lab/lab.ts';

/** A name that is taken already is somebody else's: it is never touched, and the lab cannot begin. */
export async function refuseTakenNames(engines: Engines, names: Lab['names']): Promise<void> {
  const found = await Promise.all(
    Object.values(names).map(({ kind, name }) => engines.docker.find(kind, name)),
  );
  const taken = found.filter((object) => object !== undefined);
  const [first] = taken;
  if (!first) return;
  const owners = await Promise.all(taken.map((object) => describeOwner(engines.docker, object)));
  throw new Failure('session.name-taken', exitCodes.operation, {
    kind: first.kind,
    name: first.name,
    remove: taken
      .map(({ kind, name }) => `docker ${kind} rm ${kind === 'container' ? '-f ' : ''}${name}`)
      .join(' && '),
    owners: taken.map(({ kind, name }, i) => `${kind}/${name}: ${owners[i]}`).join('\n  '),
  });
}
