/** What a process in the helper answered. */
export interface Answer {
  exit: number | null;
  stdout: Buffer;
  stderr: Buffer;
  truncated: boolean;
  timedOut: boolean;
}

/** The probe helper: one container, spoken to over its stdin with framed requests. */
export interface Helper {
  /** Runs a program of the toolbox, in the network namespace of `pid` if given. Deadline in ms. */
  run(
    args: readonly string[],
    options: { pid?: number; deadline: number; limit?: number; signal?: AbortSignal },
  ): Promise<Answer>;
  /** Reads a regular file below `/proc/PID/root` without ever leaving it; null if there is none. */
  read(
    path: string,
    options: { pid: number; deadline: number; limit: number; signal?: AbortSignal },
  ): Promise<{ content: Buffer; size: number; truncated: boolean } | null>;
  /** The inodes of a process's namespaces; of the engine's host without `pid`. */
  namespaces(pid: number | undefined, deadline: number): Promise<Record<string, string>>;
  close(): Promise<void>;
}
