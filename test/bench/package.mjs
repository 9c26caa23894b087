import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * A copy of the built package that ships one more lab, so that it is read as every shipped lab is:
 * as the build left it, and without being asked about. Returns its bin.
 */
export async function packLab(lab, folder) {
  for (const part of ['dist', 'package.json']) {
    await cp(join(root, part), join(folder, part), { recursive: true });
  }
  for (const part of ['labs', 'schemas']) await mkdir(join(folder, part), { recursive: true });
  await cp(lab, join(folder, 'labs', 'bench-ten'), { recursive: true });
  const { generate } = await import(pathToFileURL(join(folder, 'dist/generate.js')).href);
  await generate(join(folder, 'dist/labs'));
  return join(folder, 'dist/bin.js');
}
