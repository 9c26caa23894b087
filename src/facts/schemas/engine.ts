import type { CapabilityValue, DockerEngineValue } from '../values.ts';
import { flag, shape, text, word } from './schema.ts';

/** `engine/docker` */
export const engine = shape<DockerEngineValue>('The Docker engine', {
  version: text('Its version'),
  apiVersion: text('The newest version of its API'),
  operatingSystem: text('What it runs on'),
  kernel: text("Its host's kernel release"),
  architecture: text("Its host's architecture"),
  rootless: flag('Whether it runs without root'),
});

/** `capability/NAME` */
export const capability = shape<CapabilityValue>('Whether the engine can do something', {
  state: word('What trying it showed', ['works', 'refuted', 'unknown']),
  evidence: text('What was tried, and what the system answered'),
});
