export const session = {
  'name-taken': {
    what: 'the {{kind}} name {{name}} is taken already, and this lab needs it:\n  {{owners}}',
    next: 'labs does not touch it. If it is yours and you can do without it: {{remove}}',
  },
  'no-subnet': {
    what: 'no subnet for {{name}} is free within {{space}}; in the way: {{blockers}}',
    next: 'Remove a network that you no longer need (docker network ls), then start again.',
  },
  'no-port': {
    what: 'no port for {{name}} is free within {{space}}; in the way: {{blockers}}',
    next: 'Stop a program or container that you no longer need, then start again.',
  },
  locked: {
    what: 'this attempt is open already in process {{pid}} ({{command}})',
    next: 'Go on there, or end that process and try again.',
  },
  'no-attempt': {
    what: 'there is no attempt at {{lab}}',
    next: 'Begin with: labs start {{lab}}',
  },
  'other-engine': {
    what: 'the attempt at {{lab}} was begun on another Docker engine ({{begun}}; now: {{now}})',
    next: 'Go back to that engine (docker context use …, DOCKER_HOST), or begin anew there: labs reset {{lab}}',
  },
  'old-engine': {
    what: '{{lab}} needs Docker {{needed}} or newer; this engine is {{found}}',
    next: 'Update the engine: https://docs.docker.com/engine/install/',
  },
  'journal-broken': {
    what: 'the journal {{path}} does not hold together from line {{line}} on: somebody changed it',
    next: 'Restore it from a copy, or move its folder away and begin anew.',
  },
  'journal-write': {
    what: 'the journal {{path}} could not be written: {{why}}',
    next: 'Make room or mend the disk, then start again: all that was shown as done is there.',
  },
  'in-the-way': {
    what: '{{kind}} {{name}} of this lab could not be removed: {{by}} holds it ({{words}})',
    next: 'Take it off: docker network disconnect {{name}} {{holder}} - then start again.',
  },
  operation: {
    what: '{{operation}} of step {{step}} failed with exit code {{exit}} ({{place}}):\n{{output}}',
    next: 'Mend the cause and start again; labs doctor shows what this system can do.',
  },
  'operation-late': {
    what: '{{operation}} of step {{step}} did not end in time and was ended ({{place}}):\n{{output}}',
    next: 'See whether Docker answers (docker ps), then start again.',
  },
  'outside-workspace': {
    what: 'the file {{file}} is outside the workspace of the attempt',
    next: 'This is an error in the lab: tell its author.',
  },
  'not-removed': {
    what: '{{kind}} {{name}} of this lab could not be removed. Docker says: {{words}}',
    next: 'Mend that, then start again. What uses it: docker ps -a',
  },
  'lab-changed': {
    what: 'the names or values of the lab {{lab}} have changed since this attempt began',
    next: 'Begin anew with: labs reset {{lab}}',
  },
  'learner-broken': {
    what: 'the file {{path}}, which says who you are, cannot be read: somebody changed it',
    next: 'Restore it from a copy, or move it away to become another learner: mv {{path}} {{path}}.broken',
  },
} as const;
