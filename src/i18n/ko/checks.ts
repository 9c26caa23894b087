import type { checks as en } from '../en/checks.ts';
import type { Catalogue } from '../words.ts';

export const checks: Catalogue<typeof en> = {};
