import type { definition as en } from '../en/definition.ts';
import type { Catalogue } from '../words.ts';

export const definition: Catalogue<typeof en> = {};
