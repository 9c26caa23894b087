export const images = {
  'unknown-action': {
    what: '`labs images` does not know {{action}}.',
    next: 'Type one of: labs images | labs images install | labs images remove | labs images save FILE | labs images load FILE',
  },
  'no-file': {
    what: '`labs images {{action}}` needs the file of the bundle.',
    next: 'Type: labs images {{action}} labs-images.tar',
  },
  'not-cached': {
    what: 'The cache holds no copy of {{image}} ({{path}}).',
    next: 'Type: labs images install',
  },
  'cache-damaged': {
    what: 'The copy of {{image}} in the cache was damaged, and is removed: {{path}}',
    next: 'Type: labs images install',
  },
  'no-registry': {
    what: 'The engine cannot get {{base}} from a registry, so {{image}} cannot be built from its Dockerfile. {{detail}}',
    next: 'Connect this machine to a registry, or bring the image in from a bundle: labs images load FILE',
  },
  'build-failed': {
    what: '{{image}} could not be built from its Dockerfile: {{detail}}',
    next: 'Check that containers reach the network: docker run --rm debian:bookworm-slim apt-get update. Or bring the image in from a bundle: labs images load FILE',
  },
  'no-packages': {
    what: 'No registry is reachable, and this is no Debian or Ubuntu for {{architecture}} from whose packages {{image}} could be put together.',
    next: 'Connect this machine to a registry, or bring the image in from a bundle that was saved elsewhere (`labs images save FILE`): labs images load FILE',
  },
  'no-mmdebstrap': {
    what: "No registry is reachable, and mmdebstrap, which puts {{image}} together from the distribution's packages, is not installed.",
    next: 'Type: sudo apt-get install -y mmdebstrap && labs images install',
  },
  'assemble-failed': {
    what: "{{image}} could not be put together from the distribution's packages: {{detail}}",
    next: 'Check that apt works: sudo apt-get update. Or bring the image in from a bundle: labs images load FILE',
  },
  vanished: {
    what: '{{image}} was brought in, and is not on the engine now: something else removed it.',
    next: 'Type: labs images install',
  },
  absent: {
    what: '{{image}} is not on the engine, so it cannot be saved.',
    next: 'Type: labs images install',
  },
  'not-ours': {
    what: '{{image}} was not made by labs, so labs does not remove it.',
    next: 'If you want it gone, type: docker rmi {{image}}',
  },
  'in-use': {
    what: '{{image}} is used by a container, so it was not removed.',
    next: 'End the labs first: labs clean --all. What else uses it: docker ps -a --filter ancestor={{image}}',
  },
  'proof-failed': {
    what: '{{image}} does not do what labs need of it (exit {{exit}}): {{detail}}',
    next: 'Make a new one and save it again: labs images remove; labs images install; labs images save FILE',
  },
  'bundle-unreadable': {
    what: '{{bundle}} cannot be read ({{reason}}).',
    next: 'Check the path: ls -l {{bundle}}',
  },
  'not-a-bundle': {
    what: '{{bundle}} is not a bundle of images, or it is cut off.',
    next: 'Copy it again, or make one where the labs run: labs images save FILE',
  },
  'bundle-manifest': {
    what: 'The manifest of {{bundle}} is not one that this version of labs reads: {{detail}}',
    next: 'Make the bundle with the same version of labs: labs images save FILE',
  },
  'bundle-entry': {
    what: '{{bundle}} holds something that its manifest does not name: {{entry}}. Nothing was loaded.',
    next: 'Do not trust this file. Make one yourself: labs images save FILE',
  },
  'bundle-damaged': {
    what: '{{entry}} in {{bundle}} is not what the manifest says: the file was damaged or changed.',
    next: 'Copy it again, and compare: sha256sum {{bundle}}',
  },
  'bundle-large': {
    what: '{{bundle}} is refused: it has a text in it of more than {{limit}} bytes.',
    next: 'Do not trust this file. Make one yourself: labs images save FILE',
  },
  'bundle-archive': {
    what: 'The image in {{bundle}} is not as `docker save` writes one: {{entry}}. Nothing was loaded.',
    next: 'Do not trust this file. Make one yourself: labs images save FILE',
  },
  'bundle-names': {
    what: 'The image in {{bundle}} does not only take the name {{image}}, but also this one: {{other}}. Nothing was loaded.',
    next: 'Do not trust this file. Make one yourself: labs images save FILE',
  },
  'bundle-lacks': {
    what: '{{bundle}} holds no {{image}} for {{architecture}}. It holds: {{held}}',
    next: 'On a machine of that architecture, add it to the same file: labs images save FILE',
  },
} as const;
