import type { docker as en } from '../../en/failure/docker.ts';
import type { Catalogue } from '../../words.ts';

export const docker: Catalogue<typeof en> = {
  'no-endpoint': {
    what: '이 컴퓨터에서 응답하는 Docker 엔진을 찾지 못했습니다. 확인한 소켓: {{tried}}',
    next: 'Docker Desktop, Colima, OrbStack 중 쓰는 것을 켜세요. 리눅스라면 sudo systemctl start docker 를 실행하세요(labs 저장소 안에서는 scripts/engine up). 다른 곳의 엔진을 쓰려면 export DOCKER_HOST=… 로 지정하세요.',
  },
  'not-there': {
    what: '{{endpoint}} 주소에 Docker 엔진이 없습니다(지정한 곳: {{source}}). {{words}}',
    next: '그 엔진을 켜거나 다른 엔진을 고르세요: unset DOCKER_HOST DOCKER_CONTEXT; docker context use default',
  },
  'no-answer': {
    what: '{{endpoint}} 주소의 Docker 엔진이 제대로 응답하지 않습니다(지정한 곳: {{source}}). {{words}}',
    next: 'docker version 이 응답하는지 확인하세요. 마찬가지로 응답이 없다면 Docker Desktop을 다시 켜거나 sudo systemctl restart docker 를 실행하세요.',
  },
  denied: {
    what: '{{endpoint}} 주소의 Docker 엔진을 사용할 권한이 없습니다(permission denied).',
    next: 'docker 그룹에 자신을 추가하세요: sudo usermod -aG docker "$USER". 그다음 로그아웃했다가 다시 로그인하거나 newgrp docker 를 실행하세요.',
  },
  'too-old': {
    what: 'Docker 엔진이 {{version}} 버전(API {{api}})입니다. labs에는 20.10 이상(API {{oldest}} 이상)이 필요합니다.',
    next: 'Docker를 업데이트한 뒤 docker version 으로 확인하세요.',
  },
  'too-new': {
    what: 'Docker 엔진 {{version}} 버전은 지금 설치된 labs가 아는 최신 API {{newest}} 버전을 더는 지원하지 않습니다.',
    next: 'labs를 업데이트하세요: npm install -g labs@latest',
  },
  'no-context': {
    what: '이름이 {{name}}인 Docker 컨텍스트가 없습니다. 있는 컨텍스트: {{known}}',
    next: 'docker context use default 를 실행하세요. DOCKER_CONTEXT를 설정해 두었다면 unset DOCKER_CONTEXT 를 실행하세요.',
  },
  'bad-context': {
    what: '{{file}} 파일의 Docker 컨텍스트를 읽을 수 없거나, 그 안에 Docker 호스트가 없습니다.',
    next: 'docker context ls 로 확인한 뒤 컨텍스트를 다시 만들거나 다른 것을 고르세요: docker context use default',
  },
  'bad-config': {
    what: 'Docker 설정 파일 {{file}} 의 내용이 올바른 JSON이 아닙니다.',
    next: '파일을 고치거나 다른 곳으로 옮기세요: mv {{file}} {{file}}.broken',
  },
  'bad-host': {
    what: '{{host}} 값은 Docker 엔진의 주소가 아닙니다.',
    next: 'DOCKER_HOST는 unix:///var/run/docker.sock, tcp://HOST:2376, ssh://USER@HOST 같은 형식으로 적습니다. 이 컴퓨터의 엔진을 쓰려면 unset DOCKER_HOST 를 실행하세요.',
  },
  'no-certificate': {
    what: 'Docker 엔진에 접속할 인증서 파일 {{file}} 을 읽을 수 없습니다.',
    next: 'ca.pem, cert.pem, key.pem 파일이 있는 폴더를 DOCKER_CERT_PATH에 지정하거나 unset DOCKER_HOST DOCKER_TLS_VERIFY 를 실행하세요.',
  },
  lost: {
    what: '{{what}} 실행 중에 Docker 엔진과의 연결이 끊겼습니다. {{words}}',
    next: '엔진을 다시 켜고(Docker Desktop 또는 sudo systemctl start docker) 같은 명령을 다시 실행하세요. 지금 남아 있는 상태에서 이어서 진행합니다.',
  },
  deadline: {
    what: 'Docker 엔진이 {{seconds}}초 안에 {{what}} 요청을 끝내지 못했습니다.',
    next: 'docker ps 가 응답하는지 확인하세요. 이것도 멈춰 있다면 Docker를 다시 켠 뒤 같은 명령을 다시 실행하세요.',
  },
  'operation-failed': {
    what: '{{what}} 명령이 실패했습니다. Docker 엔진의 메시지: {{words}}',
    next: '원인을 해결한 뒤 다시 실행하세요. 이미 있는 것은 docker ps -a 와 docker network ls 로 확인할 수 있습니다.',
  },
  'no-such-container': {
    what: '{{name}} 컨테이너가 없습니다.',
    next: '어떤 컨테이너가 있는지 확인하세요: docker ps -a',
  },
  'no-such-network': {
    what: '{{name}} 네트워크가 없습니다.',
    next: '어떤 네트워크가 있는지 확인하세요: docker network ls',
  },
  'bad-port': {
    what: '{{port}} 값은 공개할 포트의 형식에 맞지 않습니다.',
    next: '[HOSTIP:]HOSTPORT:PORT[/udp] 형식으로 적으세요. 예: 8080:80, 127.0.0.1:5353:53/udp',
  },
  'pull-failed': {
    what: '{{image}} 이미지를 내려받지 못했습니다. Docker 엔진의 메시지: {{words}}',
    next: '이 컴퓨터에서 레지스트리에 접속되는지 docker pull {{image}} 로 확인하세요. 네트워크가 없는 환경이라면 이미지 묶음을 불러오세요: labs images --help',
  },
};
