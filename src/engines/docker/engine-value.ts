import type { DockerEngineValue } from '../../facts/values.ts';

/** What `/info` and `/version` tell, as far as every engine tells it. */
export interface EngineAnswers {
  info: {
    ServerVersion: string;
    OperatingSystem: string;
    KernelVersion: string;
    Architecture: string;
    SecurityOptions?: string[] | null;
  };
  apiVersion: string;
}

/** The fact `engine/docker`. */
export function engineValue({ info, apiVersion }: EngineAnswers): DockerEngineValue {
  return {
    version: info.ServerVersion,
    apiVersion,
    operatingSystem: info.OperatingSystem,
    kernel: info.KernelVersion,
    architecture: info.Architecture,
    rootless: (info.SecurityOptions ?? []).some((option) => option.startsWith('name=rootless')),
  };
}
