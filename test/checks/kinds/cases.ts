import * as asked from './asked.cases.ts';
import * as container from './container.cases.ts';
import * as network from './network.cases.ts';

export const passing = [...container.passing, ...network.passing, ...asked.passing];
export const lenient = asked.lenient;
export const failing = [...container.failing, ...network.failing, ...asked.failing];
