import { readFileSync } from 'node:fs';

declare const __LABS_VERSION__: string | undefined;

/** The version of this package: put in by the build, read from package.json when run from source. */
export const version: string =
  typeof __LABS_VERSION__ === 'string'
    ? __LABS_VERSION__
    : (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
        .version as string);
