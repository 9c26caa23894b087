import type { images as en } from '../../en/failure/images.ts';
import type { Catalogue } from '../../words.ts';

export const images: Catalogue<typeof en> = {};
