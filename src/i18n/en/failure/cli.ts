export const cli = {
  'unknown-command': {
    what: 'there is no command "{{command}}"',
    next: 'See the commands: labs --help',
  },
  'unknown-command-near': {
    what: 'there is no command "{{command}}"',
    next: 'Did you mean: labs {{guess}}',
  },
  'unknown-option': {
    what: '{{command}} has no option {{option}}',
    next: 'See its options: labs {{command}} --help',
  },
  'unknown-option-near': {
    what: '{{command}} has no option {{option}}',
    next: 'Did you mean {{guess}}? All options: labs {{command}} --help',
  },
  'option-value': { what: '{{option}} needs a value', next: 'Write it as: {{option}} VALUE' },
  'option-flag': { what: '{{option}} takes no value', next: 'Write {{option}} alone' },
  'missing-argument': {
    what: '{{command}} needs {{argument}}',
    next: 'For example: {{example}}',
  },
  'extra-argument': {
    what: '{{command}} does not know what to do with "{{argument}}"',
    next: 'See how it is used: labs {{command}} --help',
  },
  'unknown-language': {
    what: 'there is no language "{{language}}"',
    next: 'These are there: {{allowed}}',
  },
  'unknown-shell': {
    what: 'there is no completion for "{{shell}}"',
    next: 'These are there: {{allowed}}',
  },
  'unknown-step': {
    what: '{{lab}} has no step "{{step}}"',
    next: 'Its steps: {{known}}',
  },
  'not-trusted': {
    what: 'the lab was not run: it did not come with labs, and nobody said that it may run',
    next: 'If you trust it: labs start {{lab}} --trust',
  },
  'unknown-step-near': {
    what: '{{lab}} has no step "{{step}}"',
    next: 'Did you mean {{guess}}? Its steps: {{known}}',
  },
  file: {
    what: 'labs could not read or write a file: {{why}}',
    next: 'Make room on the disk, or mend the rights of that path; then repeat the command. What was shown as done is written down.',
  },
} as const;
