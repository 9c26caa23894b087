import type Docker from 'dockerode';
import type { Failure } from '../../../failure.ts';

/** What every way of making the toolbox needs. */
export interface Making {
  docker: Docker;
  /** The name that the image gets. */
  name: string;
  /** The engine's architecture. */
  architecture: string;
  /** The folder for what can be made again. */
  cache: string;
  /** The image that the Dockerfile begins with. */
  base: string;
  signal: AbortSignal;
  /** A line of what is going on, in English: the tools' own words. */
  onLine(line: string): void;
}

/** One way to bring the image onto the engine. */
export interface Way {
  name: 'cache' | 'dockerfile' | 'packages';
  /** Why it cannot be gone here, without trying it; undefined if nothing speaks against it. */
  findObstacle(making: Making): Promise<Failure | undefined>;
  /** Afterwards the engine has the image; throws a Failure. */
  bring(making: Making): Promise<void>;
}
