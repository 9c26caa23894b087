export const probe = {
  'no-toolbox': {
    what: 'The toolbox image {{image}} is not on the Docker engine; the checks look into containers with its tools.',
    next: 'Bring it in with: labs images install',
  },
  'helper-start': {
    what: 'The probe helper, a container that the checks need, ended as soon as it started: {{words}}',
    next: 'Make the toolbox image again with: labs images install   then see what the engine can do: labs doctor',
  },
  'helper-lost': {
    what: 'The probe helper, a container named labs-probe-…, went away while it was being asked. {{words}}',
    next: 'Run the command again: a new one is started. Leave containers named labs-probe-… alone while labs runs.',
  },
};
