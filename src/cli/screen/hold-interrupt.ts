/**
 * Lets Ctrl-C be meant for a command and not for labs, until the returned function is called.
 * `onInterrupt` hears of each one.
 */
export function holdInterrupt(onInterrupt: () => void): () => void {
  const listeners = process.listeners('SIGINT') as NodeJS.SignalsListener[];
  for (const listener of listeners) process.off('SIGINT', listener);
  process.on('SIGINT', onInterrupt);
  return () => {
    // The others first: without any listener the next Ctrl-C would end the process.
    for (const listener of listeners) process.on('SIGINT', listener);
    process.off('SIGINT', onInterrupt);
  };
}
