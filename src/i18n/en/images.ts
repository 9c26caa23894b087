export const images = {
  row: {
    state: 'State',
    source: 'Made from',
    architecture: 'Architecture',
    size: 'Size',
    id: 'Id',
    cache: 'In the cache',
  },
  state: { present: 'on the engine', absent: 'not on the engine' },
  source: {
    dockerfile: 'the Dockerfile of labs',
    packages: "the distribution's packages",
    other: 'something else than labs',
  },
  'not-cached': 'no',
  would: {
    cache: '`labs images install`, or the next lab, brings it in from the cache.',
    dockerfile: '`labs images install`, or the next lab, builds it from the Dockerfile.',
    packages:
      "`labs images install`, or the next lab, puts it together from the distribution's packages.",
  },
  progress: {
    cache: 'Bringing the toolbox image in from the cache …',
    dockerfile: 'Building the toolbox image from its Dockerfile …',
    packages:
      "Putting the toolbox image together from the distribution's packages (half a minute) …",
    keep: 'Keeping a copy of the toolbox image in the cache …',
  },
  installed: '{{image}} is on the engine now, made from {{source}}.',
  there: '{{image}} was on the engine already, made from {{source}}.',
  removed: '{{image}} is off the engine and out of the cache.',
  'nothing-removed': '{{image}} was not on the engine. The cache holds no copy of it either.',
  saved: 'Saved to {{file}}. On the machines without a network: labs images load FILE',
  loaded: '{{image}} came in from {{file}}, and its tools run:',
} as const;
