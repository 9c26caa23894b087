import { checks } from './checks.ts';
import { cli } from './cli.ts';
import { definition } from './definition.ts';
import { doctor } from './doctor.ts';
import { failure } from './failure.ts';
import { finding } from './finding.ts';
import { images } from './images.ts';
import { screen } from './screen.ts';

export const en = { checks, cli, definition, doctor, failure, finding, images, screen };
