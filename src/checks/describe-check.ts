import type { Json } from '../json.ts';
import { describePlace, describeWhere } from './describe.ts';
import { describeValue, type Say } from './describe-value.ts';

type Given = Readonly<Record<string, Json>>;

/** Which form of a kind's line fits a `with`; `checks.<uses>` itself where it has one form only. */
const forms: Readonly<Record<string, (given: Given) => string | undefined>> = {
  changed: ({ expect }) => (expect === 'same' ? 'same' : undefined),
  'command.output': ({ stdout, stderr, exit = 0 }) => {
    if (stdout || stderr) return 'match';
    return Number(exit) === 0 ? undefined : 'exit';
  },
  'container.address': ({ network, ...given }) => {
    const asked = ['none', 'equals', 'in'].find((key) => given[key] !== undefined);
    return network === undefined ? asked : `${asked}-network`;
  },
  'container.attached': ({ alias, only }) => (only ? 'only' : formIf('alias', alias)),
  'container.interfaces': ({ kinds }) => (isEmpty(kinds) ? 'none' : undefined),
  'container.network-mode': ({ mode, of }) =>
    of === undefined && mode === 'container' ? 'container' : formIf('of', of),
  'container.parent': ({ parent }) => formIf('parent', parent),
  'container.running': ({ image }) => formIf('image', image),
  'container.same-namespace': ({ same, different }) =>
    same && different ? 'both' : same ? 'same' : 'different',
  'file.content': ({ container }) => formIf('container', container),
  'network.exists': (asked) => (Object.keys(asked).length > 1 ? 'made' : undefined),
  'port.published': (asked) => formIf('host', asked['host-port'] ?? asked['host-ip']),
  reach: ({ expect }) => String(expect),
  resolve: (asked) => ['to', 'container', 'unknown'].find((key) => asked[key] !== undefined),
  'resource.matches': (asked) =>
    ['container', 'network', 'image'].find((key) => asked[key] !== undefined),
};

/**
 * What a check looks for, as one line in the reader's words: "lab-web is on the network bridge".
 * `given` is its expanded `with`.
 */
export function describeCheck(uses: string, asked: Given, words: Say): string {
  const form = Object.hasOwn(forms, uses) ? forms[uses]?.(asked) : undefined;
  const values = describeGiven(uses, asked, words);
  const context = form === undefined ? {} : { context: form };
  const label = words.say(`checks.${uses}`, { ...values, ...context });
  if (uses !== 'resolve' || typeof asked.source !== 'string') return label;
  return words.say(`checks.answered-by.${asked.source}`, { label });
}

function describeGiven(uses: string, asked: Given, words: Say): Record<string, string> {
  const told: Record<string, string> = {};
  for (const [key, value] of Object.entries(asked)) told[key] = describeValue(value, words);
  if (typeof asked.from === 'string') told.from = describePlace(asked.from, words);
  if (typeof asked.fact === 'string') told.fact = describeWhere(asked.fact, words);
  if (typeof asked.run === 'string') told.run = describeValue(firstLine(asked.run), words);
  if (uses === 'container.same-namespace') {
    for (const key of ['same', 'different']) told[key] = namespacesOf(asked[key], words);
    const host = asked.other === 'engine-host';
    told.other = describePlace(host ? 'engine-host' : `container/${asked.other}`, words);
  }
  if (uses === 'network.exists') {
    const { network: _, ...properties } = asked;
    told.properties = describeValue(properties, words);
  }
  if (uses === 'port.published') told.host = hostOf(asked);
  // `container` of `resolve` is whose address comes; in other lines it is what the line is about.
  if (uses === 'resolve') told.target = told.container ?? '';
  return told;
}

function namespacesOf(names: Json | undefined, words: Say): string {
  if (!Array.isArray(names)) return '';
  return names.map((name) => words.say(`finding.words.namespace.${name}`)).join(', ');
}

function firstLine(script: string): string {
  const lines = script.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 1 ? `${lines[0]} …` : (lines[0] ?? '');
}

function hostOf(asked: Given): string {
  return [asked['host-ip'], asked['host-port']].filter((part) => part !== undefined).join(':');
}

const formIf = (form: string, value: Json | undefined) => (value === undefined ? undefined : form);

function isEmpty(kinds: Json | undefined): boolean {
  return Object.values(kinds ?? {}).every((number) => Number(number) === 0);
}
