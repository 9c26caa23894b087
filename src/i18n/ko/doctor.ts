import type { doctor as en } from '../en/doctor.ts';
import type { Catalogue } from '../words.ts';

export const doctor: Catalogue<typeof en> = {};
