import type { finding as en } from '../en/finding.ts';
import type { Catalogue } from '../words.ts';

export const finding: Catalogue<typeof en> = {};
