import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { factsSchemaDocument } from './facts/table.ts';
import type { Lab } from './lab/lab.ts';
import { labSchema } from './lab/lab-schema.ts';
import { type LabIndex, listLab } from './lab/list-labs.ts';
import { loadLab } from './lab/load-lab.ts';
import { packageFolder } from './lab/package-folder.ts';
import { digestFile, type Shipped } from './lab/shipped.ts';

/**
 * Writes what is made from the sources: the schemas, and the labs of the package as JSON into the
 * folder `shipped`. Part of the build.
 */
export async function generate(shipped: string): Promise<void> {
  const schemas = { lab: await labSchema(), facts: factsSchemaDocument() };
  for (const [name, schema] of Object.entries(schemas)) {
    await writeFile(
      join(packageFolder(), 'schemas', `${name}.schema.json`),
      `${JSON.stringify(schema, null, 2)}\n`,
    );
  }
  const labs = join(packageFolder(), 'labs');
  const index: LabIndex = {};
  await mkdir(shipped, { recursive: true });
  for (const name of await readdir(labs)) {
    const definition = await readFile(join(labs, name, 'lab.yaml')).catch(() => undefined);
    if (!definition) continue;
    const lab = await loadLab(join(labs, name));
    index[name] = { listed: listLab(lab), digest: digestFile(definition) };
    const made: Shipped = { lab, sources: await digestSources(lab) };
    await writeFile(join(shipped, `${name}.json`), JSON.stringify(made));
  }
  await writeFile(join(shipped, 'index.json'), JSON.stringify(index));
}

/** Every file of every folder that a step came from: an included step lives with its own lab. */
async function digestSources(lab: Lab): Promise<Shipped['sources']> {
  const folders = new Set([
    lab.folder,
    ...lab.steps.map(({ at }) => resolve(lab.folder, at.file, '..')),
  ]);
  const sources: Shipped['sources'] = {};
  for (const folder of folders) {
    const files = await readdir(folder, { recursive: true, withFileTypes: true });
    for (const file of files.filter((entry) => entry.isFile())) {
      const path = join(file.parentPath, file.name);
      sources[relative(packageFolder(), path)] = digestFile(await readFile(path));
    }
  }
  return sources;
}
