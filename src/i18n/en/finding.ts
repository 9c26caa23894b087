/** Why a check or an answer fails, and how findings are shown; by code. */
export const finding = {
  'container-absent': 'There is no container named {{container}}.',
  'container-not-running': 'The container {{container}} is not running. Its state: {{actual}}.',
  'container-image':
    'The container {{container}} was made from the image {{actual}}, not from {{expected}}.',
  'network-absent': 'There is no Docker network named {{network}}.',
  'image-absent': 'There is no image {{image}} on this Docker engine.',
  'file-absent': 'The file {{file}} does not exist, or is not a regular file.',
  'fact-absent': 'What this check looks at is not there.',
  'not-attached':
    'The container {{container}} is not connected to the network {{network}}. Its networks: {{actual}}.',
  'alias-missing':
    'On the network {{network}}, the container {{container}} does not have the alias {{expected}}.',
  'attached-elsewhere':
    'The container {{container}} must be on the network {{network}} alone. Its networks: {{actual}}.',
  'network-mode':
    'The container {{container}} was started in the network mode {{actual}}, not {{expected}}.',
  'network-mode-of':
    'The container {{container}} shares the network of {{actual}}, not that of {{expected}}.',
  'interfaces-differ':
    'The container {{container}} does not have the right interfaces. Apart from loopback it needs: {{expected}}. It has: {{actual}}.',
  'address-unwanted':
    'Docker gave the container {{container}} an address ({{actual}}), but it should have none.',
  'address-missing': 'Docker gave the container {{container}} no address.',
  'address-other': 'The container {{container}} has the address {{actual}}, not {{expected}}.',
  'address-outside':
    'The address of the container {{container}} ({{actual}}) is not in the subnet {{expected}}.',
  'gateway-none': 'The container {{container}} has no default route.',
  'gateway-other':
    'The default route of the container {{container}} goes through {{actual}}, not through {{expected}}, the gateway of the network {{network}}.',
  'network-no-gateway':
    'The network {{network}} has no gateway, so it cannot carry a default route.',
  'network-no-bridge':
    'The network {{network}} has no Linux bridge on the host. Its driver: {{actual}}.',
  'veth-missing': 'The container {{container}} has no veth interface.',
  'veth-elsewhere':
    "The other end of {{container}}'s veth is not plugged into the bridge of the network {{network}}.",
  'interface-missing': 'The container {{container}} has no {{expected}} interface.',
  'parent-none':
    "The {{kind}} interface of the container {{container}} stands on no interface of the engine's host.",
  'parent-other':
    'The {{kind}} interface of the container {{container}} stands on {{actual}}, not on {{expected}}.',
  'namespace-differs':
    'The container {{container}} and {{other}} do not have the same {{namespace}}.',
  'namespace-shared':
    'The container {{container}} and {{other}} have the same {{namespace}}, but should each have their own.',
  'namespace-unread':
    'The {{namespace}} of the container {{container}} or of {{other}} could not be read.',
  'mac-not-learned':
    'The bridge of the network {{network}} has not learned the MAC address of {{container}} ({{mac}}). A bridge learns from traffic.',
  'mac-elsewhere':
    'The bridge of the network {{network}} has the MAC address of {{container}} behind {{actual}}, not behind {{expected}}.',
  'network-ambiguous': 'There are {{actual}} networks named {{network}}. Remove all but one.',
  'network-driver':
    'The network {{network}} was made with the driver {{actual}}, not with {{expected}}.',
  'network-internal': 'The network {{network}} was made with --internal, but should not have been.',
  'network-not-internal': 'The network {{network}} was made without --internal.',
  'network-attachable':
    'The network {{network}} was made with --attachable, but should not have been.',
  'network-not-attachable': 'The network {{network}} was made without --attachable.',
  'network-subnet': 'The network {{network}} has the subnet {{actual}}, not {{expected}}.',
  'network-gateway': 'The network {{network}} has the gateway {{actual}}, not {{expected}}.',
  'network-option':
    'The option {{option}} of the network {{network}} should be {{expected}}. It is: {{actual}}.',
  'port-unpublished': 'Port {{port}}/{{protocol}} of the container {{container}} is not published.',
  'port-swapped':
    "The ports are the wrong way round: -p takes HOST:CONTAINER, and {{port}} is the container's port.",
  'port-host-port':
    'Port {{port}} of the container {{container}} is published on port {{actual}} of the host, not on {{expected}}.',
  'port-host-ip':
    "Port {{port}} of the container {{container}} is published on the host's address {{actual}}, not on {{expected}}.",
  'command-timed-out': 'The command did not end in time: {{run}}',
  'command-signal': 'The command was ended by a signal: {{run}}',
  'command-exit':
    'The command ended with exit code {{actual}}, not {{expected}}. On standard error it wrote: {{stderr}}.',
  'content-differs': 'The {{subject}} is not what it should be.',
  'content-lacks': 'The {{subject}} does not contain {{expected}}.',
  'content-unlike': 'Nothing in the {{subject}} fits the pattern {{expected}}.',
  'content-not-json': 'The {{subject}} is not JSON.',
  'content-path': 'There is no {{subject}}.',
  'content-schema': 'The {{subject}} breaks the rule {{rule}} at {{where}}.',
  'content-cut': 'The {{subject}} is too long to judge: its end was cut off.',
  'reach-refused': 'The connection from {{from}} to {{to}} was refused: nothing listens there.',
  'reach-silence':
    'No answer came from {{to}} to {{from}}: the packets were dropped, or nobody answers.',
  'reach-unreachable': 'There is no route from {{from}} to {{to}}.',
  'reach-unresolved': 'From {{from}}, the name in {{to}} cannot be resolved.',
  'reach-broken':
    'The connection from {{from}} to {{to}} came about, but broke off without a proper answer.',
  'reach-success': '{{to}} can be reached from {{from}}, but should not be.',
  'reach-otherwise':
    'The connection from {{from}} to {{to}} does not succeed, but not in the right way. It should end with: {{expected}}. It ended with: {{actual}}.',
  'resolve-answered':
    'From {{from}}, the name {{name}} is resolved to {{actual}}, but should not be.',
  'resolve-unknown': 'From {{from}}, the name {{name}} cannot be resolved: it is unknown.',
  'resolve-silence': 'From {{from}}, no name server answered for the name {{name}}.',
  'resolve-other':
    'From {{from}}, the name {{name}} is resolved to {{actual}}, not to {{expected}}.',
  'resolve-source':
    'The address of the name {{name}} comes from {{actual}}, not from {{expected}}.',
  'before-missing':
    'There is nothing to compare {{path}} with: the step {{step}} has not passed, or this was not there.',
  'path-empty':
    'There is nothing at {{path}} now, so it cannot be compared with the step {{step}}.',
  'not-changed': '{{path}} is still {{actual}}, as in the step {{step}}, but should have changed.',
  'not-same':
    '{{path}} was {{expected}} in the step {{step}} and is {{actual}} now, but should have stayed.',
  'answer-wrong': 'The answer {{actual}} is not right.',
  'answer-malformed': 'Please answer with {{type}}.',
  'answer-too-long': 'The answer is too long: {{limit}} bytes at most.',
  'answer-nothing-there':
    'What the question asks about is not there yet. Do the work of this step first.',
  line: { expected: 'Expected', actual: 'Actual', at: 'Looked at' },
  value: {
    yes: 'yes',
    no: 'no',
    nothing: 'nothing',
    none: 'none',
    empty: 'an empty text',
    more: '{{start}}… ({{number}} more characters)',
  },
  subject: {
    stdout: 'standard output of the command',
    stderr: 'standard error of the command',
    body: 'body of the answer',
    file: 'content of the file {{file}}',
    inspect: 'output of docker inspect',
    part: 'value at {{path}} in the {{subject}}',
  },
  place: {
    learner: 'your machine',
    'engine-host': "the engine's host",
    container: 'the container {{container}}',
  },
  at: {
    engine: 'the engine {{subject}}',
    capability: 'the capability {{subject}}',
    container: 'the container {{subject}}',
    interfaces: 'the interfaces of {{subject}}',
    namespaces: 'the namespaces of {{subject}}',
    network: 'the network {{subject}}',
    bridge: 'the bridge of the network {{subject}}',
    reach: 'the connection from {{place}} to {{subject}}',
    resolve: 'the name {{subject}} as seen from {{place}}',
    command: 'the command of this check',
    file: 'the file {{subject}} on {{place}}',
    inspect: 'docker inspect {{subject}}',
    question: 'the question {{subject}}',
    part: '{{at}}: {{path}}',
  },
  words: {
    status: {
      created: 'created, but never started',
      running: 'running',
      paused: 'paused',
      restarting: 'restarting',
      removing: 'being removed',
      exited: 'stopped',
      dead: 'dead',
    },
    outcome: {
      success: 'an answer',
      refused: 'a refusal',
      silence: 'silence',
      unreachable: 'no route',
      unresolved: 'an unknown name',
      broken: 'a broken connection',
      blocked: 'no connection',
      unknown: 'an unknown name',
    },
    source: { dns: 'a name server', hosts: 'the hosts file' },
    namespace: {
      net: 'network namespace',
      pid: 'process namespace',
      ipc: 'IPC namespace',
      mnt: 'mount namespace',
      uts: 'host name namespace',
      user: 'user namespace',
    },
    type: {
      text: 'a text',
      number: 'a plain number, such as 1500',
      ip: 'an IP address, such as 192.0.2.10',
      cidr: 'a subnet, such as 192.0.2.0/24',
      choice: 'one of the choices',
      multi: 'one or more of the choices, with commas between them',
      essay: 'a text of your own',
    },
  },
  unobserved: {
    deadline: 'It took too long to look at {{at}}.',
    engine: 'The engine could not say anything about {{at}}: {{detail}}',
    refused: 'It was not allowed to look at {{at}}: {{detail}}',
    'too-large': 'There is too much to read at {{at}}.',
    missing: 'Nothing was recorded about {{at}}.',
  },
} as const;
