/**
 * Turns Ctrl-C, SIGTERM and a closed terminal into one abort signal. The second Ctrl-C ends the
 * process at once, for whoever cannot wait: the journal is whole after every entry.
 */
export function interruption(): { signal: AbortSignal; stop(): void } {
  const controller = new AbortController();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const abort = () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  };
  for (const signal of signals) process.on(signal, abort);
  return {
    signal: controller.signal,
    stop: () => {
      for (const signal of signals) process.off(signal, abort);
    },
  };
}
