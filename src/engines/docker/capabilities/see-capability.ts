import { toolboxName } from '../../../images/toolbox.ts';
import type { Json } from '../../../json.ts';
import type { See } from '../look.ts';
import { probeCapability } from './probe-capability.ts';

/** `capability/NAME`: a CapabilityValue. */
export const seeCapability: See = async (look, { subject }) => {
  const { docker, signal } = look;
  const options = { docker, signal, image: toolboxName, helper: await look.helper() };
  return (await probeCapability(subject, options)) as unknown as Json;
};
