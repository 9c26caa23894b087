/**
 * A lab's own commands as one bash script: what `--auto` performs, in its order, and nothing that
 * looks or judges. Names and values are filled in; typed operations are docker commands; between
 * two steps that do not follow from each other what was made is removed, as the runner must.
 * `skipped`: the steps that this engine cannot do. Around each command of evidence the script
 * writes a line to descriptor 3, so that its share can be told.
 */
export function buildBareCommands(lab, values, skipped) {
  const fill = (text) => fillIn(text, values);
  const lines = ['set -eu', ...lab.setup.flatMap((operation) => buildCommand(operation, fill))];
  let before;
  let used = new Set();
  for (const step of lab.steps.filter(({ id }) => !skipped.has(id))) {
    if (step.from !== before) {
      lines.push(...buildRemoval(lab, used, fill));
      used = new Set();
    }
    before = step.id;
    const [solution] = Object.values(step.solutions);
    lines.push('', `# ${step.id}`);
    for (const operation of [...step.setup, ...solution]) {
      lines.push(...buildCommand(operation, fill));
    }
    for (const operation of step.capture) {
      lines.push('echo >&3', ...buildCommand(operation, fill), 'echo >&3');
    }
    for (const name of namesIn([step.setup, solution])) used.add(name);
  }
  return `${lines.join('\n')}\n`;
}

function fillIn(text, values) {
  return text.replace(/\$\{\{\s*([\w.-]+)\s*\}\}/g, (_, name) => {
    const value = values[`LABS_${name}`.toUpperCase().replace(/[.-]/g, '_')];
    if (value === undefined) throw new Error(`no value for ${name}`);
    return value;
  });
}

/** The keys of the lab's names that operations speak of. */
function namesIn(operations) {
  return [...JSON.stringify(operations).matchAll(/\$\{\{\s*names\.([\w-]+)/g)].map(
    ([, key]) => key,
  );
}

/** Containers first, all at once; then what they were on. */
function buildRemoval(lab, used, fill) {
  const named = (kind) =>
    Object.keys(lab.names)
      .filter((key) => used.has(key) && lab.names[key].kind === kind)
      .map((key) => fill(`\${{ names.${key} }}`));
  const remove = { container: 'docker rm -f -v', network: 'docker network rm' };
  return Object.entries(remove)
    .map(([kind, command]) => [command, ...named(kind)])
    .filter(([, ...names]) => names.length > 0)
    .map((words) => `${words.join(' ')} >/dev/null 2>&1 || true`);
}

/** A `run` is a shell of its own; so is what it changes. */
function buildCommand({ uses, with: given }, fill) {
  if (uses === 'run') return ['(', fill(given.run).trimEnd(), ')'];
  const build = commands[uses];
  if (!build) throw new Error(`no docker command is known for ${uses}`);
  const words = build(given).filter((word) => word !== undefined);
  return [words.map((word) => quote(fill(String(word)))).join(' ')];
}

const quote = (word) =>
  /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
const option = (name, value) => (value === undefined ? [] : [name, value]);
const each = (name, list = []) => list.flatMap((value) => [name, value]);
const pairs = (name, map = {}) => Object.entries(map).flatMap(([k, v]) => [name, `${k}=${v}`]);

const commands = {
  'docker.network.create': (o) => [
    ...['docker', 'network', 'create', ...option('--driver', o.driver)],
    ...[...option('--subnet', o.subnet), ...option('--gateway', o.gateway)],
    ...[o.internal && '--internal', o.attachable && '--attachable'].filter(Boolean),
    ...[...option('--opt', o.parent && `parent=${o.parent}`), ...pairs('--opt', o.options)],
    o.network,
  ],
  'docker.network.connect': (o) => [
    ...['docker', 'network', 'connect', ...option('--ip', o.ip), ...each('--alias', o.aliases)],
    ...[o.network, o.container],
  ],
  'docker.network.disconnect': (o) => ['docker', 'network', 'disconnect', o.network, o.container],
  'docker.network.remove': (o) => ['docker', 'network', 'rm', o.network],
  'docker.container.run': (o) => [
    ...['docker', 'run', '-d', '--name', o.container, ...option('--hostname', o.hostname)],
    ...[...option('--network', o.network?.replace(/^container\//, 'container:'))],
    ...[...option('--ip', o.ip), ...each('--network-alias', o.aliases), ...each('-p', o.ports)],
    ...[...pairs('-e', o.env), ...each('--cap-add', o.capabilities)],
    ...each(
      '-v',
      o.volumes?.map(({ volume, path }) => `${volume}:${path}`),
    ),
    ...[o.image, ...(o.command ?? [])],
  ],
  'docker.container.exec': (o) => [
    ...['docker', 'exec', ...(o.detach ? ['-d'] : []), o.container, ...o.command],
  ],
  'docker.container.stop': (o) => ['docker', 'stop', o.container],
  'docker.container.remove': (o) => ['docker', 'rm', '-f', '-v', o.container],
  'docker.image.ensure': (o) => ['docker', 'image', 'inspect', o.image],
};
