// Bundles the command line into dist/, and writes what is generated: schemas and the index of shipped labs.
import { cp, readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const { version } = JSON.parse(await readFile('package.json', 'utf8'));

/** dockerode reaches for ssh2 and gRPC at import; most engines need neither, so they load when used. */
const late = {
  name: 'late',
  setup(bundle) {
    bundle.onResolve(
      { filter: /^(ssh2|@grpc\/grpc-js|@grpc\/proto-loader|protobufjs)$/ },
      (request) => ({
        path: request.path,
        namespace: 'late',
      }),
    );
    bundle.onLoad({ filter: /.*/, namespace: 'late' }, ({ path }) => ({
      contents: `const load = require('node:module').createRequire(__filename);
        module.exports = new Proxy({}, { get: (_, name) => function (...args) {
          const real = load(${JSON.stringify(path)})[name];
          return new.target ? new real(...args) : real.apply(this, args);
        } });`,
      loader: 'js',
    }));
  },
};

/**
 * At import, string-width and wrap-ansi make a segmenter (20 ms), and the first test of a pattern
 * of all emoji takes 30 ms: both come late too, and that pattern only where an emoji may stand.
 */
const lateText = {
  name: 'late-text',
  setup(bundle) {
    const segmenter = [
      'const segmenter = new Intl.Segmenter();',
      'let late; const segmenter = { segment: (text) => (late ??= new Intl.Segmenter()).segment(text) };',
    ];
    const emoji = [
      'const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;',
      'const rgiEmojiRegex = { test: (text) => /\\p{Emoji}/u.test(text) && /^\\p{RGI_Emoji}$/v.test(text) };',
    ];
    const changes = { 'string-width': [segmenter, emoji], 'wrap-ansi': [segmenter] };
    for (const [name, texts] of Object.entries(changes)) {
      const path = fileURLToPath(import.meta.resolve(name));
      bundle.onLoad({ filter: new RegExp(`${name}/index\\.js$`) }, async (file) => {
        if (file.path !== path) return undefined;
        let contents = await readFile(path, 'utf8');
        for (const [eager, lazy] of texts) {
          if (!contents.includes(eager)) throw new Error(`${name} has changed: no ${eager}`);
          contents = contents.replace(eager, () => lazy);
        }
        return { contents, loader: 'js' };
      });
    }
  },
};

// Built beside and then swapped in: a build that fails leaves the last good one.
const fresh = `dist.${process.pid}`;
await build({
  entryPoints: { bin: 'src/bin.ts', generate: 'src/generate.ts' },
  outdir: fresh,
  bundle: true,
  splitting: true,
  minify: true,
  keepNames: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  chunkNames: 'chunks/[name]-[hash]',
  define: { __LABS_VERSION__: JSON.stringify(version) },
  external: ['*.node'],
  plugins: [late, lateText],
  logLevel: 'warning',
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';import{fileURLToPath as __toPath}from'node:url';const require=__createRequire(import.meta.url),__filename=__toPath(import.meta.url),__dirname=__toPath(new URL('.',import.meta.url));",
  },
});
// Read at run time by the modules that send them on; each looks beside itself.
for (const path of ['probe/script', 'toolbox/Dockerfile']) {
  const to = join(fresh, 'chunks', basename(path));
  await cp(join('src/engines/docker', path), to, { recursive: true });
}
const { generate } = await import(pathToFileURL(join(root, fresh, 'generate.js')).href);
await generate(join(root, fresh, 'labs'));
await rm('dist', { recursive: true, force: true });
await rename(fresh, 'dist');
