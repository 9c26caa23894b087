import type { Command, Option } from './command.ts';

const flag: Option = { type: 'boolean' };

/** Options that every command takes. */
export const globalOptions = {
  help: { type: 'boolean', short: 'h' },
  lang: { type: 'string', value: 'ko|en' },
  json: flag,
} as const satisfies Record<string, Option>;

/** All commands, in the order of the help. */
export const commands: readonly Command[] = [
  {
    name: 'list',
    args: [],
    options: {},
    examples: ['labs list', 'labs list --json'],
  },
  {
    name: 'start',
    args: ['LAB'],
    options: { auto: flag, trust: flag },
    examples: ['labs start docker-network', 'labs start docker-network --auto'],
  },
  {
    name: 'check',
    args: ['LAB', '[STEP]'],
    options: { all: flag, trust: flag },
    examples: ['labs check docker-network', 'labs check docker-network --all --json'],
  },
  {
    name: 'hint',
    args: ['LAB'],
    options: {},
    examples: ['labs hint docker-network'],
  },
  {
    name: 'solve',
    args: ['LAB'],
    options: { run: flag },
    examples: ['labs solve docker-network', 'labs solve docker-network --run'],
  },
  {
    name: 'status',
    args: ['[LAB]'],
    options: {},
    examples: ['labs status', 'labs status docker-network --json'],
  },
  {
    name: 'env',
    args: ['LAB'],
    options: {},
    examples: ['eval "$(labs env docker-network)"'],
  },
  {
    name: 'reset',
    args: ['LAB', '[STEP]'],
    options: {},
    examples: ['labs reset docker-network default-bridge', 'labs reset docker-network'],
  },
  {
    name: 'clean',
    args: ['[LAB]'],
    options: { all: flag },
    examples: ['labs clean docker-network', 'labs clean --all'],
  },
  {
    name: 'doctor',
    args: [],
    options: {},
    examples: ['labs doctor', 'labs doctor --json'],
  },
  {
    name: 'images',
    args: ['[install|remove|save|load]', '[FILE]'],
    options: {},
    examples: [
      'labs images',
      'labs images save labs-images.tar',
      'labs images load labs-images.tar',
    ],
  },
  {
    name: 'validate',
    args: ['FILE…'],
    options: {},
    examples: ['labs validate labs/docker-network', 'labs validate my-lab/lab.yaml --json'],
  },
  {
    name: 'completion',
    args: ['bash|zsh|fish'],
    options: {},
    examples: ['source <(labs completion bash)', 'labs completion fish | source'],
  },
];
