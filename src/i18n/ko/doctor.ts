import type { doctor as en } from '../en/doctor.ts';
import type { Catalogue } from '../words.ts';

export const doctor: Catalogue<typeof en> = {
  looking: '이 엔진에서 무엇이 되는지 직접 시험하는 중입니다 …',
  none: '없음',
  'no-engine': '응답하는 엔진이 없습니다',
  engine: {
    title: 'Docker 엔진',
    endpoint: '주소',
    version: '버전',
    about:
      '{{version}} (API {{apiVersion}}), {{operatingSystem}}, 커널 {{kernel}}, {{architecture}}',
    tested: '검증',
    toolbox: '툴박스',
  },
  source: {
    DOCKER_HOST: 'DOCKER_HOST에 지정된 주소',
    context: 'Docker 컨텍스트 {{name}}에 지정된 주소',
    socket: '기본 소켓 가운데 가장 먼저 응답한 소켓',
  },
  tested: {
    yes: 'labs의 자체 테스트가 이 버전의 엔진에서 수행됩니다.',
    no: 'labs의 자체 테스트는 {{lines}} 버전에서만 수행됩니다. 이 엔진에 대해서는 아래 시험 결과를 기준으로 판단하세요.',
  },
  toolbox: {
    dockerfile: 'Dockerfile로 빌드함',
    packages: '레지스트리 없이 패키지로 만듦',
    unknown: 'labs가 만든 이미지가 아님',
    missing: '{{image}} 이미지가 없습니다. 다음을 입력하세요: labs images install',
  },
  machine: {
    title: '이 컴퓨터',
    node: '{{version}} ({{oldestNode}} 이상 필요)',
    'no-command':
      'PATH에 docker 명령이 없습니다. 실습은 docker 명령으로 진행합니다. Docker CLI를 설치한 뒤 확인하세요: docker version',
  },
  mark: { works: '✓', refuted: '✗', unknown: '?' },
  said: {
    refuted: '시험 결과: {{evidence}}',
    unknown: '시험하지 못했습니다: {{evidence}}',
  },
  skipped: '이 기능이 필요한 단계는 건너뜁니다.',
  again: '다시 시험하려면 다음을 입력하세요: labs doctor',
  capabilities: { title: '사용할 수 있는 기능 (방금 직접 시험한 결과)' },
  capability: {
    'driver-bridge': {
      about: '브리지 네트워크',
      next: '거의 모든 단계에 필요합니다. 커널 모듈을 올리고(sudo modprobe -a bridge veth), bridge 네트워크가 있는지 확인하세요: docker network ls',
    },
    'driver-host': {
      about: '호스트 네트워크를 그대로 쓰는 컨테이너 (host 모드)',
      next: 'Docker Desktop 4.34 이상이라면 Settings > Resources > Network에서 Enable host networking을 켜세요.',
    },
    'driver-none': {
      about: '네트워크가 없는 컨테이너 (none 모드)',
      next: '직접 실행해 보세요: docker run --rm --network none labs-toolbox:1 ip link',
    },
    'driver-container': {
      about: '다른 컨테이너와 네트워크를 공유하는 컨테이너 (container 모드)',
      next: '기본 브리지가 없다면 Docker를 다시 시작하세요: sudo systemctl restart docker',
    },
    'driver-internal': {
      about: '내부 전용 네트워크(--internal): 브리지와 패킷 필터',
      next: '패킷 필터 모듈을 올리세요: sudo modprobe -a iptable_filter nf_tables',
    },
    'driver-macvlan': {
      about: 'macvlan 네트워크',
      next: '커널이 지원한다면 모듈을 올리세요: sudo modprobe macvlan',
    },
    'driver-ipvlan': {
      about: 'ipvlan 네트워크',
      next: '커널이 지원한다면 모듈을 올리세요: sudo modprobe ipvlan',
    },
    'driver-overlay': {
      about: 'VXLAN을 사용하는 오버레이 네트워크',
      next: '모듈을 올리세요: sudo modprobe vxlan   rootless 엔진은 오버레이를 지원하지 않습니다.',
    },
    'kernel-ipvs': {
      about: 'IPVS를 사용하는 Swarm 서비스의 가상 IP(VIP)',
      next: '커널이 지원한다면 모듈을 올리세요: sudo modprobe ip_vs',
    },
    'kernel-esp': {
      about: 'ESP를 사용하는 암호화 오버레이 통신',
      next: '커널이 지원한다면 모듈을 올리세요: sudo modprobe -a esp4 gcm',
    },
    'ports-published': {
      about: '이 컴퓨터에서 공개한 포트로 접속',
      next: '엔진이 다른 컴퓨터에 있으면 포트도 그쪽에 열립니다. 그렇지 않다면 127.0.0.1 연결을 막는 방화벽이나 프록시가 있는지 확인하세요.',
    },
    'host-view': {
      about: '검사가 컨테이너 내부와 엔진 호스트를 들여다보기',
      next: '인터페이스, 브리지, 연결 검사를 할 수 없습니다. 다음 명령이 실행되는지 확인하세요: docker run --rm --pid host --network host labs-toolbox:1 ip link',
    },
  },
  conclusion: {
    all: '모든 기능이 동작합니다. 실습을 고르려면 다음을 입력하세요: labs list',
    some: '✗ 표시된 기능이 필요한 단계는 건너뛰며, 총점에서도 제외됩니다. 실습을 고르려면 다음을 입력하세요: labs list',
    'no-engine':
      'Docker 엔진이 없으면 어떤 단계도 진행할 수 없습니다. 먼저 엔진 문제를 해결한 뒤 다음을 입력하세요: labs doctor',
    'no-toolbox':
      '툴박스 이미지가 없으면 아무것도 시험할 수 없습니다. labs images install 명령을 실행한 뒤 다음을 입력하세요: labs doctor',
  },
};
