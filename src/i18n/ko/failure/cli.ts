import type { cli as en } from '../../en/failure/cli.ts';
import type { Catalogue } from '../../words.ts';

export const cli: Catalogue<typeof en> = {};
