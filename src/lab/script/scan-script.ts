import { ScriptScanner, type Spot } from './script-scanner.ts';

/** Where the placeholders of a bash script stand, in the order of the text. */
export function scanScript(script: string): Spot[] {
  const scanner = new ScriptScanner(script);
  scanner.scan();
  return scanner.spots.sort((a, b) => a.start - b.start);
}
