import type { DockerEngineValue } from '../../facts/values.ts';
import type { See } from './look.ts';
import { seeContainer, seeInspect, seeNetwork } from './see-objects.ts';

/** Which function sees which kind of fact. */
export function kindsSeen(engine: DockerEngineValue): Partial<Record<string, See>> {
  return {
    engine: async () => ({ ...engine }),
    container: seeContainer,
    network: seeNetwork,
    inspect: seeInspect,
  };
}
