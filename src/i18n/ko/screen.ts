import type { screen as en } from '../en/screen.ts';
import type { Catalogue } from '../words.ts';

export const screen: Catalogue<typeof en> = {};
