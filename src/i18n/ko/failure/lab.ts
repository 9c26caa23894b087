import type { lab as en } from '../../en/failure/lab.ts';
import type { Catalogue } from '../../words.ts';

export const lab: Catalogue<typeof en> = {};
