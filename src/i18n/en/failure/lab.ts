export const lab = {
  invalid: {
    what: 'The lab in {{folder}} has errors: {{count}}.',
    next: 'See them all: labs validate {{folder}}',
  },
  unknown: {
    what: 'No lab is called "{{name}}". Labs that can be found: {{known}}.',
    next: 'See the labs: labs list. A lab elsewhere is named by its path, or found through LABS_PATH.',
  },
  'unknown-near': {
    what: 'No lab is called "{{name}}". Did you mean "{{nearest}}"? Labs that can be found: {{known}}.',
    next: 'See the labs: labs list. A lab elsewhere is named by its path, or found through LABS_PATH.',
  },
  'not-there': {
    what: 'There is no lab at {{path}}: no lab.yaml is in that folder.',
    next: 'Name the folder that holds the lab.yaml, or see the labs that can be found: labs list',
  },
} as const;
