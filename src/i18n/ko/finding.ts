import type { finding as en } from '../en/finding.ts';
import type { Catalogue } from '../words.ts';

export const finding: Catalogue<typeof en> = {
  'container-absent': '이름이 {{container}}인 컨테이너가 없습니다.',
  'container-not-running': '{{container}} 컨테이너가 실행 중이 아닙니다. 현재 상태: {{actual}}.',
  'container-image':
    '{{container}} 컨테이너를 {{expected}} 이미지가 아니라 {{actual}} 이미지로 만들었습니다.',
  'network-absent': '이름이 {{network}}인 Docker 네트워크가 없습니다.',
  'image-absent': '이 Docker 엔진에 {{image}} 이미지가 없습니다.',
  'file-absent': '{{file}} 파일이 없거나 일반 파일이 아닙니다.',
  'fact-absent': '검사할 대상이 없습니다.',
  'not-attached':
    '{{container}} 컨테이너가 {{network}} 네트워크에 연결되어 있지 않습니다. 지금 연결된 네트워크: {{actual}}.',
  'alias-missing':
    '{{network}} 네트워크에서 {{container}} 컨테이너에 {{expected}} 별칭이 없습니다.',
  'attached-elsewhere':
    '{{container}} 컨테이너는 {{network}} 네트워크에만 연결되어 있어야 합니다. 지금 연결된 네트워크: {{actual}}.',
  'network-mode':
    '{{container}} 컨테이너의 네트워크 모드는 {{expected}} 모드여야 하는데 {{actual}} 모드로 실행했습니다.',
  'network-mode-of':
    '{{container}} 컨테이너가 {{expected}} 컨테이너가 아니라 {{actual}} 컨테이너의 네트워크를 함께 쓰고 있습니다.',
  'interfaces-differ':
    '{{container}} 컨테이너의 인터페이스 구성이 다릅니다. 루프백 외에 필요한 인터페이스: {{expected}}, 실제 인터페이스: {{actual}}.',
  'address-unwanted':
    '{{container}} 컨테이너에는 주소가 없어야 하는데 Docker가 주소({{actual}})를 할당했습니다.',
  'address-missing': 'Docker가 {{container}} 컨테이너에 할당한 주소가 없습니다.',
  'address-other':
    '{{container}} 컨테이너의 주소가 다릅니다. 필요한 주소: {{expected}}, 실제 주소: {{actual}}.',
  'address-outside':
    '{{container}} 컨테이너의 주소({{actual}})가 {{expected}} 서브넷에 속하지 않습니다.',
  'gateway-none': '{{container}} 컨테이너에 기본 경로가 없습니다.',
  'gateway-other':
    '{{container}} 컨테이너의 기본 경로가 {{network}} 네트워크의 게이트웨이({{expected}})가 아니라 {{actual}} 주소를 거칩니다.',
  'network-no-gateway': '{{network}} 네트워크에는 게이트웨이가 없어 기본 경로로 쓸 수 없습니다.',
  'network-no-bridge':
    '{{network}} 네트워크에는 호스트의 리눅스 브리지가 없습니다. 이 네트워크의 드라이버: {{actual}}.',
  'veth-missing': '{{container}} 컨테이너에 veth 인터페이스가 없습니다.',
  'veth-elsewhere':
    '{{container}} 컨테이너에 있는 veth의 반대쪽 끝이 {{network}} 네트워크의 브리지에 연결되어 있지 않습니다.',
  'interface-missing': '{{container}} 컨테이너에 {{expected}} 인터페이스가 없습니다.',
  'parent-none':
    '{{container}} 컨테이너의 {{kind}} 인터페이스에 부모 역할을 하는 호스트 인터페이스가 없습니다.',
  'parent-other':
    '{{container}} 컨테이너의 {{kind}} 인터페이스가 {{expected}} 인터페이스가 아니라 {{actual}} 인터페이스를 부모로 쓰고 있습니다.',
  'namespace-differs': '{{container}} 컨테이너와 {{other}}의 {{namespace}}가 서로 다릅니다.',
  'namespace-shared':
    '{{container}} 컨테이너와 {{other}}의 {{namespace}}가 같습니다. 서로 달라야 합니다.',
  'namespace-unread': '{{container}} 컨테이너 또는 {{other}}의 {{namespace}}를 읽을 수 없습니다.',
  'mac-not-learned':
    '{{network}} 네트워크의 브리지가 {{container}} 컨테이너의 MAC 주소({{mac}})를 아직 학습하지 않았습니다. 브리지는 오가는 트래픽을 보고 주소를 학습합니다.',
  'mac-elsewhere':
    '{{network}} 네트워크의 브리지에서 {{container}} 컨테이너의 MAC 주소가 {{expected}} 포트가 아니라 {{actual}} 포트에 있습니다.',
  'network-ambiguous':
    '이름이 {{network}}인 네트워크가 {{actual}}개 있습니다. 하나만 남기고 삭제하세요.',
  'network-driver':
    '{{network}} 네트워크를 {{expected}} 드라이버가 아니라 {{actual}} 드라이버로 만들었습니다.',
  'network-internal':
    '{{network}} 네트워크를 --internal 옵션 없이 만들어야 하는데 옵션을 넣었습니다.',
  'network-not-internal': '{{network}} 네트워크를 --internal 옵션 없이 만들었습니다.',
  'network-attachable':
    '{{network}} 네트워크를 --attachable 옵션 없이 만들어야 하는데 옵션을 넣었습니다.',
  'network-not-attachable': '{{network}} 네트워크를 --attachable 옵션 없이 만들었습니다.',
  'network-subnet':
    '{{network}} 네트워크의 서브넷이 다릅니다. 필요한 서브넷: {{expected}}, 실제 서브넷: {{actual}}.',
  'network-gateway':
    '{{network}} 네트워크의 게이트웨이가 다릅니다. 필요한 게이트웨이: {{expected}}, 실제 게이트웨이: {{actual}}.',
  'network-option':
    '{{network}} 네트워크의 {{option}} 옵션 값이 다릅니다. 필요한 값: {{expected}}, 실제 값: {{actual}}.',
  'port-unpublished': '{{container}} 컨테이너의 {{port}}/{{protocol}} 포트를 공개하지 않았습니다.',
  'port-swapped':
    '포트 순서가 뒤바뀌었습니다. -p 옵션은 호스트 포트:컨테이너 포트 순서이며, {{port}}번은 컨테이너 포트입니다.',
  'port-host-port':
    '{{container}} 컨테이너의 {{port}}번 포트를 호스트의 {{expected}}번 포트가 아니라 {{actual}}번 포트로 공개했습니다.',
  'port-host-ip':
    '{{container}} 컨테이너의 {{port}}번 포트를 호스트의 {{expected}} 주소가 아니라 {{actual}} 주소로 공개했습니다.',
  'command-timed-out': '명령이 제한 시간 안에 끝나지 않았습니다: {{run}}',
  'command-signal': '명령이 시그널을 받아 중단되었습니다: {{run}}',
  'command-exit':
    '명령의 종료 코드가 {{expected}} 대신 {{actual}}입니다. 표준 오류 내용: {{stderr}}.',
  'content-differs': '{{subject}} 내용이 예상과 다릅니다.',
  'content-lacks': '{{subject}}에 {{expected}} 항목이 들어 있지 않습니다.',
  'content-unlike': '{{subject}}에 {{expected}} 패턴과 일치하는 부분이 없습니다.',
  'content-not-json': '{{subject}}의 형식이 JSON이 아닙니다.',
  'content-path': '{{subject}}에 해당하는 내용이 없습니다.',
  'content-schema': '{{subject}}에서 {{where}} 위치의 값이 {{rule}} 규칙에 맞지 않습니다.',
  'content-cut': '{{subject}}의 내용이 너무 길어 뒷부분이 잘렸기 때문에 검사할 수 없습니다.',
  'reach-refused':
    '{{from}}에서 {{to}} 주소로 연결했지만 거부되었습니다. 그 포트에서 대기 중인 프로세스가 없습니다.',
  'reach-silence':
    '{{from}}에서 {{to}} 주소로 연결했지만 응답이 없습니다. 패킷이 버려졌거나 응답하는 쪽이 없습니다.',
  'reach-unreachable': '{{from}}에서 {{to}} 주소로 가는 경로가 없습니다.',
  'reach-unresolved': '{{from}}에서 {{to}} 주소에 있는 이름을 찾을 수 없습니다.',
  'reach-broken': '{{from}}에서 {{to}} 주소로 연결되었지만 정상적인 응답 없이 연결이 끊겼습니다.',
  'reach-success': '{{from}}에서 {{to}} 주소로 연결됩니다. 연결되지 않아야 합니다.',
  'reach-otherwise':
    '{{from}}에서 {{to}} 주소로 연결되지는 않지만 그 이유가 다릅니다. 예상한 결과: {{expected}}, 실제 결과: {{actual}}.',
  'resolve-answered':
    '{{from}}에서 {{name}} 이름을 조회하면 {{actual}} 주소가 나옵니다. 조회되지 않아야 합니다.',
  'resolve-unknown': '{{from}}에서 {{name}} 이름을 찾을 수 없습니다.',
  'resolve-silence': '{{from}}에서 {{name}} 이름을 조회했지만 응답한 DNS 서버가 없습니다.',
  'resolve-other':
    '{{from}}에서 {{name}} 이름을 조회한 결과가 다릅니다. 필요한 주소: {{expected}}, 실제 주소: {{actual}}.',
  'resolve-source':
    '{{name}} 이름의 주소를 알려준 곳이 다릅니다. 예상한 곳: {{expected}}, 실제: {{actual}}.',
  'before-missing':
    '{{path}} 값을 비교할 대상이 없습니다. {{step}} 단계를 아직 통과하지 않았거나 그때 이 값이 없었습니다.',
  'path-empty': '지금은 {{path}} 값이 없어 {{step}} 단계와 비교할 수 없습니다.',
  'not-changed': '{{path}} 값이 {{step}} 단계와 똑같이 {{actual}}입니다. 값이 바뀌어야 합니다.',
  'not-same':
    '{{path}} 값이 {{step}} 단계에서는 {{expected}}였는데 지금은 {{actual}}입니다. 값이 그대로여야 합니다.',
  'answer-wrong': '입력한 답({{actual}})이 맞지 않습니다.',
  'answer-malformed': '답을 {{type}} 형식으로 입력하세요.',
  'answer-too-long': '답이 너무 깁니다. 최대 {{limit}}바이트까지 입력할 수 있습니다.',
  'answer-nothing-there': '질문에서 묻는 대상이 아직 없습니다. 이 단계의 작업을 먼저 마치세요.',
  line: { expected: '예상', actual: '실제', at: '확인한 곳' },
  value: {
    yes: '예',
    no: '아니요',
    nothing: '없음',
    none: '없음',
    empty: '(빈 값)',
    more: '{{start}}… (이후 {{number}}자 생략)',
  },
  subject: {
    stdout: '명령의 표준 출력',
    stderr: '명령의 표준 오류',
    body: '응답 본문',
    file: '{{file}} 파일',
    inspect: 'docker inspect 결과',
    part: '{{subject}}의 {{path}} 경로',
  },
  place: {
    learner: '내 컴퓨터',
    'engine-host': 'Docker 호스트',
    container: '{{container}} 컨테이너',
  },
  at: {
    engine: '{{subject}} 엔진',
    capability: '{{subject}} 기능',
    container: '{{subject}} 컨테이너',
    interfaces: '{{subject}}의 인터페이스',
    namespaces: '{{subject}}의 네임스페이스',
    network: '{{subject}} 네트워크',
    bridge: '{{subject}} 네트워크의 브리지',
    reach: '{{place}}에서 {{subject}} 주소로 연결',
    resolve: '{{place}}에서 {{subject}} 이름 조회',
    command: '이 검사의 명령',
    file: '{{place}}의 {{subject}} 파일',
    inspect: 'docker inspect {{subject}}',
    question: '{{subject}} 질문',
    part: '{{at}}: {{path}}',
  },
  words: {
    status: {
      created: '생성만 되고 시작되지 않음',
      running: '실행 중',
      paused: '일시 정지됨',
      restarting: '재시작 중',
      removing: '삭제 중',
      exited: '중지됨',
      dead: '비정상 종료(dead)',
    },
    outcome: {
      success: '연결 성공',
      refused: '연결 거부',
      silence: '응답 없음',
      unreachable: '경로 없음',
      unresolved: '이름을 찾을 수 없음',
      broken: '연결 끊김',
      blocked: '연결 실패',
      unknown: '이름을 찾을 수 없음',
    },
    source: { dns: 'DNS 서버', hosts: 'hosts 파일' },
    namespace: {
      net: '네트워크 네임스페이스',
      pid: 'PID 네임스페이스',
      ipc: 'IPC 네임스페이스',
      mnt: '마운트 네임스페이스',
      uts: 'UTS 네임스페이스',
      user: '사용자 네임스페이스',
    },
    type: {
      text: '텍스트',
      number: '숫자(예: 1500)',
      ip: 'IP 주소(예: 192.0.2.10)',
      cidr: '서브넷(예: 192.0.2.0/24)',
      choice: '보기 중 하나',
      multi: '쉼표로 구분한 보기',
      essay: '서술형',
    },
  },
  unobserved: {
    deadline: '{{at}} 확인이 제한 시간 안에 끝나지 않았습니다.',
    engine: '엔진에서 {{at}} 정보를 얻지 못했습니다: {{detail}}',
    refused: '{{at}} 정보를 확인할 권한이 없습니다: {{detail}}',
    'too-large': '{{at}} 내용이 너무 커서 읽을 수 없습니다.',
    missing: '{{at}} 정보가 기록되지 않았습니다.',
  },
};
