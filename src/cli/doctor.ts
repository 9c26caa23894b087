import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import wrapAnsi from 'wrap-ansi';
import type { Diagnosis } from '../engines/docker/capabilities/diagnose.ts';
import { isTested, testedEngines } from '../engines/docker/capabilities/tested-engines.ts';
import type { CapabilityValue } from '../facts/values.ts';
import { exitCodes } from '../failure.ts';
import { toolboxName, toolboxVersion } from '../images/toolbox.ts';
import type { Json } from '../json.ts';
import { capabilities } from '../lab/capabilities.ts';
import { version } from '../version.ts';
import { columns } from './columns.ts';
import type { Cli, Run } from './command.ts';

type Row = readonly [string, string];

/** The oldest Node that labs runs on; `engines` in package.json. */
const oldestNode = '20.19';

/** `labs doctor`; its document is `schemas/doctor.schema.json`. Exit 3 when no engine answers. */
export const run: Run = async (cli) => {
  if (!cli.wantsJson && cli.terminal.interactive) cli.err(cli.words.say('doctor.looking'));
  const { diagnose } = await import('../engines/docker/capabilities/diagnose.ts');
  const [found, command] = await Promise.all([
    diagnose(cli.env, cli.signal),
    findProgram('docker', cli.env.PATH ?? ''),
  ]);
  if (cli.wantsJson) cli.json(buildDocument(cli, found, command));
  else for (const line of buildLines(cli, found, command)) cli.out(line);
  return found.engine ? exitCodes.done : exitCodes.engine;
};

function buildDocument(cli: Cli, found: Diagnosis, command: string | undefined): Json {
  const { endpoint, engine, toolbox, failure } = found;
  const table: Record<string, Json> = {};
  for (const name of capabilities) table[name] = { ...capability(cli, found, name) };
  return {
    schema: 'labs/doctor/v1',
    labs: version,
    node: { version: process.versions.node, needs: `>=${oldestNode}` },
    dockerCommand: command ?? null,
    endpoint: endpoint ? { address: endpoint.described, source: endpoint.source } : null,
    engine: engine ? { ...engine, tested: isTested(engine.version) } : null,
    toolbox: {
      image: toolboxName,
      version: toolboxVersion,
      present: toolbox !== undefined,
      source: toolbox?.source ?? null,
    },
    capabilities: table,
    failure: failure
      ? { code: failure.code, ...failureWords(cli, found), values: { ...failure.values } }
      : null,
  };
}

function buildLines(cli: Cli, found: Diagnosis, command: string | undefined): string[] {
  const { words } = cli;
  const width = Math.min(cli.terminal.columns, 120);
  const failed = failureWords(cli, found);
  return [
    words.say('doctor.engine.title'),
    columns(engineRows(cli, found), width),
    ...(failed ? ['', wrapAnsi(failed.what, width), wrapAnsi(failed.next, width)] : []),
    '',
    words.say('doctor.machine.title'),
    columns(machineRows(cli, command), width),
    '',
    words.say('doctor.capabilities.title'),
    columns(
      capabilities.map((name) => capabilityRow(cli, found, name)),
      width,
    ),
    '',
    wrapAnsi(conclusion(cli, found), width),
  ];
}

function engineRows(cli: Cli, { endpoint, engine, toolbox }: Diagnosis): Row[] {
  const { words } = cli;
  const none = words.say('doctor.none');
  const label = (key: string) => words.say(`doctor.engine.${key}`);
  const [kind = '', ...name] = (endpoint?.source ?? '').split(' ');
  const from = endpoint && words.say(`doctor.source.${kind}`, { name: name.join(' ') });
  const made = toolbox && words.say(`doctor.toolbox.${toolbox.source ?? 'unknown'}`);
  const lines = testedEngines.join(', ');
  const missing = words.say('doctor.toolbox.missing', { image: toolboxName });
  return [
    [label('endpoint'), endpoint ? `${endpoint.described} (${from})` : none],
    [label('version'), engine ? words.say('doctor.engine.about', { ...engine }) : none],
    ...(engine
      ? [
          [
            label('tested'),
            words.say(`doctor.tested.${isTested(engine.version) ? 'yes' : 'no'}`, { lines }),
          ] as const,
        ]
      : []),
    [label('toolbox'), toolbox ? `${toolboxName} (${made})` : engine ? missing : none],
  ];
}

function machineRows({ words }: Cli, command: string | undefined): Row[] {
  return [
    ['labs', version],
    ['Node.js', words.say('doctor.machine.node', { version: process.versions.node, oldestNode })],
    ['docker', command ?? words.say('doctor.machine.no-command')],
  ];
}

function capabilityRow(cli: Cli, found: Diagnosis, name: string): Row {
  const { words } = cli;
  const { state, evidence } = capability(cli, found, name);
  const key = name.replace('.', '-');
  const about = words.say(`doctor.capability.${key}.about`);
  const head = `${mark(cli, state)} ${name}`;
  if (state === 'works') return [head, about];
  const said = words.say(`doctor.said.${state}`, { evidence });
  if (found.capabilities === undefined) return [head, about];
  const next = words.say(`doctor.capability.${key}.next`);
  const then = words.say(state === 'refuted' ? 'doctor.skipped' : 'doctor.again');
  return [head, [about, said, next, then].join('\n')];
}

function capability(cli: Cli, found: Diagnosis, name: string): CapabilityValue {
  const known = found.capabilities as Record<string, CapabilityValue> | undefined;
  const why = found.engine ? 'doctor.toolbox.missing' : 'doctor.no-engine';
  const evidence = cli.words.say(why, { image: toolboxName });
  return known?.[name] ?? { state: 'unknown', evidence };
}

function mark({ terminal, words }: Cli, state: CapabilityValue['state']): string {
  const text = words.say(`doctor.mark.${state}`);
  const color = { works: 32, refuted: 31, unknown: 33 }[state];
  return terminal.color ? `\x1b[${color}m${text}\x1b[0m` : text;
}

function conclusion({ words }: Cli, { engine, toolbox, capabilities: found }: Diagnosis): string {
  if (!engine) return words.say('doctor.conclusion.no-engine');
  if (!toolbox) return words.say('doctor.conclusion.no-toolbox');
  const missing = Object.values(found ?? {}).filter(({ state }) => state !== 'works').length;
  return words.say(missing === 0 ? 'doctor.conclusion.all' : 'doctor.conclusion.some', { missing });
}

function failureWords({ words }: Cli, { failure }: Diagnosis) {
  if (!failure) return undefined;
  return {
    what: words.say(`failure.${failure.code}.what`, failure.values),
    next: words.say(`failure.${failure.code}.next`, failure.values),
  };
}

/** Where the shell would find a program; undefined if nowhere. */
async function findProgram(name: string, path: string): Promise<string | undefined> {
  for (const folder of path.split(delimiter).filter(Boolean)) {
    const file = join(folder, name);
    const usable = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (usable) return file;
  }
  return undefined;
}
