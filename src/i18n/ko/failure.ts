import type { failure as en } from '../en/failure.ts';
import type { Catalogue } from '../words.ts';

export const failure: Catalogue<typeof en> = {};
