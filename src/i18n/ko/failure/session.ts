import type { session as en } from '../../en/failure/session.ts';
import type { Catalogue } from '../../words.ts';

export const session: Catalogue<typeof en> = {};
