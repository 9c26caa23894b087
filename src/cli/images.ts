import { resolve } from 'node:path';
import type { ToolboxState } from '../engines/docker/toolbox/describe-toolbox.ts';
import type { Making } from '../engines/docker/toolbox/way.ts';
import { type ExitCode, exitCodes, Failure } from '../failure.ts';
import { findHome } from '../home.ts';
import type { Manifest } from '../images/manifest.ts';
import type { Json } from '../json.ts';
import { columns } from './columns.ts';
import type { Cli, Run } from './command.ts';

/** What an action adds to the document of `--json`, and the lines that it prints without. */
interface Outcome {
  document: Record<string, Json>;
  lines: string[];
}

type Action = (cli: Cli, making: Making) => Promise<Outcome>;

const actions: Readonly<Record<string, Action>> = {
  list: async () => ({ document: {}, lines: [] }),
  install,
  remove,
  save,
  load,
};

/** `labs images [install|remove|save FILE|load FILE]`; its document is `schemas/images.schema.json`. */
export const run: Run = async (cli) => {
  const [name = 'list', file] = cli.args;
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  const wantsFile = name === 'save' || name === 'load';
  if (!action || (file !== undefined && !wantsFile)) {
    throw new Failure('images.unknown-action', exitCodes.usage, { action: cli.args.join(' ') });
  }
  if (wantsFile && !file) throw new Failure('images.no-file', exitCodes.usage, { action: name });
  const { connectDocker } = await import('../engines/docker/docker.ts');
  const engine = await connectDocker({ env: cli.env, signal: cli.signal });
  try {
    const { prepare } = await import('../engines/docker/toolbox/ensure-toolbox.ts');
    const { cache } = findHome(cli.env);
    const making = await prepare(engine.docker, { signal: cli.signal, cache });
    return await perform(cli, name, action, making);
  } finally {
    engine.close();
  }
};

async function perform(cli: Cli, name: string, action: Action, making: Making): Promise<ExitCode> {
  const { describeToolbox } = await import('../engines/docker/toolbox/describe-toolbox.ts');
  const { document, lines } = await action(cli, making);
  const state = await describeToolbox(making);
  if (cli.wantsJson) {
    cli.json({ schema: 'labs/images/v1', action: name, images: [plain(state)], ...document });
  } else {
    for (const line of lines) cli.out(line);
    if (name === 'list') for (const line of describe(cli, state)) cli.out(line);
  }
  return exitCodes.done;
}

async function install(cli: Cli, making: Making): Promise<Outcome> {
  const { ensureToolbox } = await import('../engines/docker/toolbox/ensure-toolbox.ts');
  const found = await ensureToolbox(making.docker, {
    signal: cli.signal,
    cache: making.cache,
    onProgress: (way, line) => {
      if (line === undefined) cli.err(cli.words.say(`images.progress.${way}`));
    },
  });
  const line = cli.words.say(found.brought ? 'images.installed' : 'images.there', {
    image: found.name,
    source: sourceWords(cli, found.source),
  });
  return { document: { brought: found.brought }, lines: [line] };
}

async function remove(cli: Cli, making: Making): Promise<Outcome> {
  const { removeToolbox } = await import('../engines/docker/toolbox/remove-toolbox.ts');
  const removed = await removeToolbox(making);
  const line = cli.words.say(removed ? 'images.removed' : 'images.nothing-removed', {
    image: making.name,
  });
  return { document: { removed }, lines: [line] };
}

async function save(cli: Cli, making: Making): Promise<Outcome> {
  const { saveBundle } = await import('../engines/docker/toolbox/save-bundle.ts');
  const file = resolve(cli.args[1] ?? '');
  const manifest = await saveBundle(making.docker, making.name, file, cli.signal);
  const head = cli.words.say('images.saved', { file });
  return {
    document: { bundle: { file, images: rows(manifest) } },
    lines: [head, table(cli, manifest)],
  };
}

async function load(cli: Cli, making: Making): Promise<Outcome> {
  const { loadBundle } = await import('../engines/docker/toolbox/load-bundle.ts');
  const file = resolve(cli.args[1] ?? '');
  const { image, proof } = await loadBundle(making.docker, making.name, file, cli.signal);
  const head = cli.words.say('images.loaded', { image: image.name, file });
  return { document: { file, proof }, lines: [head, ...proof.map((line) => `  ${line}`)] };
}

function rows(manifest: Manifest): Json[] {
  return manifest.images.map((image) => ({ ...image }));
}

function table(cli: Cli, { images }: Manifest): string {
  const lines = images.map(({ name, architecture, size, sha256 }): [string, string] => [
    `${name} ${architecture}`,
    `${megabytes(size)}  sha256:${sha256}`,
  ]);
  return columns(lines, cli.terminal.columns);
}

/** The state with its obstacles by code. */
function plain({ obstacles, ...state }: ToolboxState): Json {
  return {
    ...state,
    obstacles: obstacles.map(({ way, failure }) => ({ way, code: failure.code })),
  };
}

function describe(cli: Cli, state: ToolboxState): string[] {
  const { say } = cli.words;
  const cached = state.cached === null ? say('images.not-cached') : megabytes(state.cached);
  const facts: [string, string][] = [
    [say('images.row.state'), say(`images.state.${state.state}`)],
    [say('images.row.architecture'), state.architecture],
    [say('images.row.cache'), cached],
  ];
  if (state.state === 'present') {
    facts.push(
      [say('images.row.source'), sourceWords(cli, state.source)],
      [say('images.row.size'), megabytes(state.size ?? 0)],
      [say('images.row.id'), state.id ?? ''],
    );
  }
  return [state.name, columns(facts, cli.terminal.columns), ...outlook(cli, state)];
}

/** How an image that is not there would come, or why it cannot. */
function outlook(cli: Cli, { state, way, obstacles }: ToolboxState): string[] {
  if (state === 'present') return [];
  if (way) return [cli.words.say(`images.would.${way}`)];
  const reasons = obstacles.map(({ failure }) =>
    cli.words.say(`failure.${failure.code}.what`, failure.values),
  );
  const last = obstacles.at(-1)?.failure;
  const next = last ? [cli.words.say(`failure.${last.code}.next`, last.values)] : [];
  return [...reasons.map((reason) => `  - ${reason}`), ...next];
}

function sourceWords(cli: Cli, source: ToolboxState['source']): string {
  return cli.words.say(`images.source.${source ?? 'other'}`);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
