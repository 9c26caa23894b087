import type { ProcessMark } from '../../engine.ts';

/** What a process in the helper answered. */
export interface Answer {
  exit: number | null;
  stdout: Buffer;
  stderr: Buffer;
  /** It wrote more than the limit, and was ended for it. */
  truncated: boolean;
  timedOut: boolean;
}

export interface Ask {
  /** Whose network namespace or root directory; the engine's host without it. */
  process?: ProcessMark | undefined;
  /** Milliseconds. */
  deadline: number;
  signal?: AbortSignal | undefined;
}

export interface FileStart {
  content: Buffer;
  size: number;
  truncated: boolean;
}

/**
 * The probe helper: one container, spoken to over its stdin with framed requests. Every promise
 * settles by its deadline: with an answer, or rejected with Unseen (`refused`, `deadline`, `engine`
 * when the process is no more), or with the Failure `probe.helper-lost`.
 */
export interface Helper {
  /** Whether it can still be asked; one that is lost stays lost. */
  readonly alive: boolean;
  /** Runs an allowed program of the toolbox; `limit` in bytes for each output. */
  run(args: readonly string[], ask: Ask & { limit?: number }): Promise<Answer>;
  /** Opens a TCP connection to an address; anything but `connected` is `timeout` or an errno. */
  connect(address: string, port: number, ask: Ask): Promise<string>;
  /** Reads a regular file below `/proc/PID/root` without ever leaving it; null if there is none. */
  read(path: string, ask: Ask & { limit: number }): Promise<FileStart | null>;
  /** When the process that now has this number started. */
  started(pid: number, deadline: number): Promise<string>;
  /** The inodes of the namespaces of a process, of the engine's host, or of the helper itself. */
  namespaces(
    process: ProcessMark | 'engine-host' | 'helper',
    deadline: number,
  ): Promise<Record<string, string>>;
  /** The number that the host's network namespace has for that of the process; null for none. */
  netnsid(process: ProcessMark, deadline: number): Promise<number | 'host' | null>;
  /** Ends it and waits until its container is gone. */
  close(): Promise<void>;
}
