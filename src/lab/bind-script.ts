import { variableOf } from './environment.ts';
import { scanScript } from './script/scan-script.ts';
import type { Quoting } from './script/script-scanner.ts';

/**
 * Turns each `${{ names.web }}` of a bash script into a reference to the environment variable
 * that holds its value, quoted for where it stands, so that no value is ever read as script.
 * Throws for a place that cannot hold a reference; loading a lab has refused those.
 */
export function bindScript(script: string): string {
  let bound = '';
  let done = 0;
  for (const spot of scanScript(script)) {
    if (spot.refused || !spot.name) throw new Error(`cannot bind ${spot.raw}: ${spot.refused}`);
    const variable = `\${${variableOf(spot.name.group, spot.name.key)}}`;
    bound += script.slice(done, spot.start) + quote(variable, spot.quoting);
    done = spot.end;
  }
  return bound + script.slice(done);
}

function quote(variable: string, quoting: Quoting): string {
  switch (quoting) {
    case 'bare':
      return `"${variable}"`;
    case 'double':
      return variable;
    case 'single':
      return `'"${variable}"'`;
    case 'ansi':
      return `'"${variable}"$'`;
  }
}
