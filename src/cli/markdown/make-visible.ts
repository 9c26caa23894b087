import { spellControls } from '../../checks/describe-value.ts';

/** A text of several lines, fit for a terminal whoever wrote it: controls but tabs are spelt out. */
export function makeVisible(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  return lines.map((line) => line.split('\t').map(spellControls).join('\t')).join('\n');
}
