import type { failure as en } from '../en/failure.ts';
import type { Catalogue } from '../words.ts';
import { cli } from './failure/cli.ts';
import { docker } from './failure/docker.ts';
import { images } from './failure/images.ts';
import { lab } from './failure/lab.ts';
import { probe } from './failure/probe.ts';
import { session } from './failure/session.ts';

export const failure: Catalogue<typeof en> = { cli, docker, images, lab, probe, session };
