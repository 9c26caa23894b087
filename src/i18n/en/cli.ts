const lab = 'LAB is the name of a lab (`labs list`), or a path to its folder.';

export const cli = {
  help: {
    tagline: 'labs - hands-on labs on your own Docker, checked as you work',
    usage: 'Usage: {{usage}} [options]',
    options: 'Options:',
    examples: 'Examples:',
    exit: 'Exit codes: 0 done · 1 a check failed · 2 usage or lab definition · 3 no engine answers · 4 an operation failed · 70 a bug · 130 interrupted',
    more: 'labs COMMAND --help tells more about a command.',
  },
  global: {
    options: {
      help: 'show this help',
      lang: 'language of everything that is said (else the locale decides)',
      json: 'one JSON document on stdout, nothing else there',
    },
  },
  list: {
    summary: 'the labs that can be started',
    about: 'Lists the labs of this package and those found through LABS_PATH.',
    size: '({{steps}} steps, about {{minutes}} min)',
    next: 'Start one with: labs start {{lab}}',
  },
  start: {
    summary: 'work through a lab; goes on where you left it',
    about: `Opens a lab, or takes it up where you left it. On a terminal each step is shown with its checks, which follow what you do with Docker in any other terminal. ${lab}`,
    options: {
      auto: 'play the reference solution to the end, without a terminal',
      trust: 'run a lab from outside the package without asking',
    },
    played: 'All steps are done. To put your Docker back as it was: labs clean {{lab}}',
    stopped: 'Stopped at the step above. Nothing is lost: labs start {{lab}} goes on there.',
    'no-terminal':
      'There is no terminal here, so this was one look. Judge again with: labs check {{lab}}',
  },
  check: {
    summary: 'judge the current step, or STEP',
    about: `Looks at what is there and judges it; runs nothing of the lab. Without an attempt it opens one and judges its first step. ${lab}`,
    options: {
      all: 'judge every step',
      trust: 'take a lab from outside the package without asking',
    },
  },
  hint: {
    summary: 'the next hint for the current step',
    about: `Shows the hints given so far and one more. Each is recorded. ${lab}`,
    left_one: 'One more hint is there.',
    left_other: '{{count}} more hints are there.',
    last: 'That was the last hint. The solution: labs solve {{lab}}',
    none: 'This step has no more hints. The solution: labs solve {{lab}}',
  },
  solve: {
    summary: 'the solution of the current step',
    about: `Shows the commands that solve the current step, and records that they were shown. ${lab}`,
    options: { run: 'play it, too' },
    next: 'Type these, or let them be played: labs solve {{lab}} --run',
  },
  status: {
    summary: 'where you stand in your labs',
    about: 'Tells from the journals which steps have passed. Needs no engine.',
    none: 'No lab was started yet. See what there is: labs list',
    head: '{{lab}}: {{passed}} of {{total}} steps passed (begun {{at}})',
    here: 'you are here',
    skipped: 'skipped',
    hints_one: '1 hint',
    hints_other: '{{count}} hints',
    revealed: 'solution shown',
  },
  env: {
    summary: "the lab's names and values for another terminal",
    about: `Prints shell commands that set the lab's names and values. ${lab}`,
  },
  reset: {
    summary: 'begin STEP again, or the whole lab',
    about: `Removes what a step made and sets it up again; without STEP the whole attempt ends and its objects go. ${lab}`,
    step: 'Step {{step}} is set up again. Go on with: labs start {{lab}}',
    lab: 'The attempt has ended. Begin anew with: labs start {{lab}}',
  },
  clean: {
    summary: 'put Docker back as it was before',
    about:
      'Removes what labs made, and nothing else: by labels and the journal, after a crash too. Your progress stays.',
    options: { all: 'also what bears a label of labs but has no journal here' },
    removed: 'removed {{kind}} {{name}}',
    'in-use':
      '{{kind}} {{name}} stays: {{by}} uses it and is not of this lab. If you can do without that container: docker rm -f {{holder}} - then clean again.',
    'in-use-network':
      '{{kind}} {{name}} stays: {{by}} uses it and is not of this lab. Take it off with: docker network disconnect {{name}} {{holder}} - then clean again.',
    refused: '{{kind}} {{name}} stays. Docker says: {{words}}',
    nothing: 'Nothing to remove: all is as it was.',
    elsewhere:
      'An attempt at {{lab}} was made on another engine ({{engine}}); it was left alone. Point DOCKER_HOST or the docker context there to clean it.',
  },
  doctor: {
    summary: 'what this machine and its engine can do',
    about:
      'Tries what labs need: the engine, the toolbox image, each network driver. Changes nothing.',
  },
  images: {
    summary: 'the images that labs need',
    about:
      'Without a word: lists them. install puts them on the engine, remove takes them off, save FILE packs them for a classroom without a network, load FILE brings them in and proves that they run.',
  },
  validate: {
    summary: 'check lab definitions, all errors at once',
    about: 'Reads lab folders or lab.yaml files and names every error with its line and column.',
  },
  completion: {
    summary: 'completion for your shell',
    about: 'Prints a completion script for bash, zsh or fish.',
  },
  kind: { container: 'container', network: 'network', volume: 'volume', image: 'image' },
  result: { expected: 'expected', actual: 'actual', at: 'looked at', hint: 'hint' },
  skipped: 'skipped: this system cannot do {{capability}} ({{evidence}})',
  'all-done': 'Every step of {{lab}} is done. Put Docker back as it was: labs clean {{lab}}',
  recovered_one:
    'The journal had a torn end (a crash or a full disk): 1 byte was dropped, all whole entries are there.',
  recovered_other:
    'The journal had a torn end (a crash or a full disk): {{count}} bytes were dropped, all whole entries are there.',
  toolbox: {
    cache: 'Bringing in the toolbox image from the cache …',
    dockerfile: 'Building the toolbox image …',
    packages: "Putting the toolbox image together from the distribution's packages …",
    keep: 'Keeping the toolbox image for the next time …',
  },
  trust: {
    shows:
      'The lab {{lab}} in {{folder}} did not come with labs. This is what it may run on your machine:',
    ask: 'Run this lab?',
  },
  interrupted: 'Interrupted. Nothing is lost: start again to go on.',
  bug: 'This is a bug in labs {{version}} (Node {{node}}). Please report it with what stands below; your journal is whole.',
} as const;
