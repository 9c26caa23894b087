import type { docker as en } from '../../en/failure/docker.ts';
import type { Catalogue } from '../../words.ts';

export const docker: Catalogue<typeof en> = {};
