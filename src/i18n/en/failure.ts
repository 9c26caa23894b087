import { cli } from './failure/cli.ts';
import { docker } from './failure/docker.ts';
import { images } from './failure/images.ts';
import { lab } from './failure/lab.ts';
import { probe } from './failure/probe.ts';
import { session } from './failure/session.ts';

export const failure = { cli, docker, images, lab, probe, session };
