import type { Run } from './command.ts';

/** A command's module is loaded when the command is called: none waits for what another needs. */
const modules: Record<string, () => Promise<{ run: Run }>> = {
  list: () => import('./list.ts'),
  start: () => import('./start.ts'),
  check: () => import('./check.ts'),
  hint: () => import('./hint.ts'),
  solve: () => import('./solve.ts'),
  status: () => import('./status.ts'),
  env: () => import('./env.ts'),
  reset: () => import('./reset.ts'),
  clean: () => import('./clean.ts'),
  doctor: () => import('./doctor.ts'),
  images: () => import('./images.ts'),
  validate: () => import('./validate.ts'),
  completion: () => import('./completion.ts'),
};

/** What runs the command of this name. */
export async function loadCommand(name: string): Promise<Run> {
  const load = modules[name];
  if (!load) throw new Error(`the command ${name} has no module`);
  return (await load()).run;
}
