// Lists the licences of everything that the published program is made of, and exits 1 if one is
// not on the list. Reads package-lock.json and node_modules; asks no network.
//
//   node scripts/licences.mjs [FOLDER]     this project if none is named
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Licences that a program under MIT may be bundled with. MPL-2.0: its files stay as they are. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'Unlicense',
]);

/** Whether an SPDX expression can be met with the licences on the list. */
function isAllowed(expression) {
  const text = expression.trim().replace(/^\((.*)\)$/, '$1');
  if (/ OR /i.test(text)) return text.split(/ OR /i).some(isAllowed);
  if (/ AND /i.test(text)) return text.split(/ AND /i).every(isAllowed);
  return allowed.has(text);
}

/** The packages of a lockfile (version 3) that are not only for development, by their folder. */
function productionPackages(lock) {
  return Object.entries(lock.packages)
    .filter(([folder, { dev, devOptional }]) => folder !== '' && !dev && !devOptional)
    .map(([folder, { version, license, optional }]) => ({
      folder,
      name: folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      license,
      optional: optional === true,
    }));
}

/** The licence that a package declares, also in the way of before 2015; undefined if it does not. */
function declaredLicence({ license, licenses }) {
  const old = Array.isArray(licenses) ? licenses : [license].flat();
  const names = old.map((one) => (typeof one === 'string' ? one : one?.type)).filter(Boolean);
  return names.length > 0 ? names.join(' OR ') : undefined;
}

async function main(root) {
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
  const rows = await Promise.all(productionPackages(lock).map((one) => readRow(root, one)));
  const width = Math.max(...rows.map(({ name }) => name.length));
  for (const { name, version, licence, fine } of rows) {
    console.log(`${fine ? ' ' : '!'} ${name.padEnd(width)}  ${version.padEnd(10)}  ${licence}`);
  }
  const refused = rows.filter(({ fine }) => !fine);
  console.log(`${rows.length} packages, ${refused.length} with a licence that is not on the list`);
  process.exitCode = refused.length === 0 ? 0 : 1;
}

/** An optional package for another system is not installed: what the lockfile says of it counts. */
async function readRow(root, { folder, name, version, license, optional }) {
  const manifest = await readFile(join(root, folder, 'package.json'), 'utf8')
    .then(JSON.parse)
    .catch(() => undefined);
  const licence = declaredLicence(manifest ?? { license });
  if (!manifest && !licence && optional) {
    return { name, version, licence: '(optional, not installed)', fine: true };
  }
  return { name, version, licence: licence ?? 'none', fine: isAllowed(licence ?? '') };
}

await main(process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url)));
