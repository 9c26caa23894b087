/** The interactive run of `labs start`. */
export const screen = {
  place: '{{lab}} · step {{number}} of {{total}}',
  preparing: 'Getting the step ready …',
  again: 'Enter: try again · q: leave',
  more_one: '+ {{count}} more line (make the window higher)',
  more_other: '+ {{count}} more lines (make the window higher)',
  lost: 'Docker does not answer. Nothing is lost: all that was shown is written down. Start Docker again (Docker Desktop, or: sudo systemctl start docker); labs then goes on by itself.',
  passed: 'This step has passed.',
  on: 'Next: {{title}} - press Enter when you are ready.',
  finish: 'That was the last step. Press Enter for the summary.',
  'not-passed': 'This step has not passed yet: see the marks above.',
  key: {
    command: 'command',
    answer: 'answer',
    hint: 'hint',
    solution: 'solution',
    reset: 'reset',
    check: 'check again',
    text: 'text',
    steps: 'steps',
    next: 'next step',
    help: 'help',
    quit: 'quit',
  },
  command: {
    exit: 'The command failed (exit code {{exit}}).',
    signal: 'The command was ended by a signal.',
  },
  answer: {
    message: 'Your answer:',
    right: 'That is right.',
    none: 'No question of this step is open.',
    lost: 'Docker does not answer, so no answer can be judged now.',
  },
  prompt: {
    choice: '↑↓ move · Enter take it · Ctrl-C back',
    multi: '↑↓ move · space mark · Enter take them · Ctrl-C back',
    editor: 'Enter opens your editor',
  },
  hint: {
    title: 'Hint {{number}} of {{total}}',
    none: 'This step has no more hints. s shows the solution.',
  },
  solution: {
    title: 'Solution',
    confirm: 'Show the solution? That it was shown is recorded. (y/n)',
  },
  reset: {
    confirm: 'Set this step up again? What you made in it is removed. (y/n)',
    done: 'The step is set up again.',
  },
  help: {
    title: 'Keys',
    command:
      'type a command; it runs in your shell with the names and values of this lab, and is recorded',
    answer: 'answer the open questions of this step',
    hint: 'the next hint (recorded)',
    solution: 'the solution (recorded)',
    reset: 'remove what was made in this step and set it up again',
    check: 'look again now; after a change in Docker that happens by itself',
    text: "the step's text again",
    steps: 'all steps, and where you are',
    next: 'on to the next step, once this one has passed (Enter does it, too)',
    quit: 'leave; your progress is kept (Ctrl-C and Ctrl-D do it, too)',
    elsewhere:
      'You can work in any other terminal as well: the marks follow. This gives it the names and values of this lab:',
  },
  quit: {
    kept: 'Your progress is kept. Go on with:',
    clean: 'To put Docker back as it was:',
  },
  summary: {
    title: '{{lab}}: done',
    points: '{{points}} of {{total}} points',
  },
} as const;
