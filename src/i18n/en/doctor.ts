export const doctor = {
  looking: 'Trying what this engine can do …',
  none: 'none',
  'no-engine': 'no engine answers',
  engine: {
    title: 'Docker engine',
    endpoint: 'address',
    version: 'version',
    about:
      '{{version}} (API {{apiVersion}}), {{operatingSystem}}, kernel {{kernel}}, {{architecture}}',
    tested: 'tested',
    toolbox: 'toolbox',
  },
  source: {
    DOCKER_HOST: 'from DOCKER_HOST',
    context: 'from the Docker context {{name}}',
    socket: 'the first usual socket that answers',
  },
  tested: {
    yes: 'The tests of labs run with engines of this version.',
    no: 'The tests of labs run with {{lines}}, not with this version. What is tried below counts.',
  },
  toolbox: {
    dockerfile: 'made from its Dockerfile',
    packages: 'made from packages, without a registry',
    unknown: 'not made by labs',
    missing: '{{image}} is not there. Type: labs images install',
  },
  machine: {
    title: 'This machine',
    node: '{{version}} (needed: {{oldestNode}} or later)',
    'no-command':
      'The docker command is not in PATH. Labs are done with it; install Docker’s command line, then type: docker version',
  },
  mark: { works: '✓', refuted: '✗', unknown: '?' },
  said: {
    refuted: 'Tried: {{evidence}}',
    unknown: 'Could not be tried: {{evidence}}',
  },
  skipped: 'Steps that need it are skipped.',
  again: 'Try again with: labs doctor',
  capabilities: { title: 'What it can do (each was tried just now)' },
  capability: {
    'driver-bridge': {
      about: 'bridge networks',
      next: 'Nearly every step needs it. Load the kernel’s modules: sudo modprobe -a bridge veth; see too that the network bridge is there: docker network ls',
    },
    'driver-host': {
      about: 'containers in the host’s network',
      next: 'In Docker Desktop 4.34 or later: Settings, Resources, Network, Enable host networking',
    },
    'driver-none': {
      about: 'containers without a network',
      next: 'Try by hand: docker run --rm --network none labs-toolbox:1 ip link',
    },
    'driver-container': {
      about: 'containers that share another’s network',
      next: 'If the default bridge is missing, restart Docker: sudo systemctl restart docker',
    },
    'driver-internal': {
      about: 'internal networks: a bridge and a packet filter',
      next: 'Load the filter: sudo modprobe -a iptable_filter nf_tables',
    },
    'driver-macvlan': {
      about: 'macvlan networks',
      next: 'Load its module, where the kernel has it: sudo modprobe macvlan',
    },
    'driver-ipvlan': {
      about: 'ipvlan networks',
      next: 'Load its module, where the kernel has it: sudo modprobe ipvlan',
    },
    'driver-overlay': {
      about: 'overlay networks, which go through VXLAN',
      next: 'Load its module: sudo modprobe vxlan. A rootless engine has no overlay at all',
    },
    'kernel-ipvs': {
      about: 'virtual addresses of Swarm services, through IPVS',
      next: 'Load its module, where the kernel has it: sudo modprobe ip_vs',
    },
    'kernel-esp': {
      about: 'encrypted overlay traffic, through ESP',
      next: 'Load the modules, where the kernel has them: sudo modprobe -a esp4 gcm',
    },
    'ports-published': {
      about: 'published ports, reached from this machine',
      next: 'With an engine on another machine its ports are not here; else look for a firewall or proxy on 127.0.0.1',
    },
    'host-view': {
      about: 'the checks see into containers and onto the engine’s host',
      next: 'Checks of interfaces, bridges and reachability cannot work. See whether this runs: docker run --rm --pid host --network host labs-toolbox:1 ip link',
    },
  },
  conclusion: {
    all: 'Everything works. Choose a lab with: labs list',
    some: 'Steps that need what is marked ✗ are skipped, and leave the total. Choose a lab with: labs list',
    'no-engine':
      'Without a Docker engine no step can be worked on. Put that right first, then type: labs doctor',
    'no-toolbox':
      'Without the toolbox image nothing can be tried. Type: labs images install   and then: labs doctor',
  },
};
