import type { images as en } from '../../en/failure/images.ts';
import type { Catalogue } from '../../words.ts';

export const images: Catalogue<typeof en> = {
  'unknown-action': {
    what: 'labs images 명령에는 {{action}} 동작이 없습니다.',
    next: '다음 중 하나를 입력하세요: labs images | labs images install | labs images remove | labs images save FILE | labs images load FILE',
  },
  'no-file': {
    what: 'labs images {{action}} 명령에는 이미지 묶음 파일을 지정해야 합니다.',
    next: '이렇게 입력하세요: labs images {{action}} labs-images.tar',
  },
  'not-cached': {
    what: '{{image}} 이미지가 캐시에 없습니다({{path}}).',
    next: '이렇게 입력하세요: labs images install',
  },
  'cache-damaged': {
    what: '캐시에 있던 {{image}} 이미지가 손상되어 지웠습니다: {{path}}',
    next: '다시 만드세요: labs images install',
  },
  'no-registry': {
    what: 'Docker 엔진이 레지스트리에서 {{base}} 이미지를 받을 수 없어 {{image}} 이미지를 Dockerfile로 빌드할 수 없습니다. {{detail}}',
    next: '레지스트리에 접속되는지 확인하세요. 접속할 수 없는 환경이라면 이미지 묶음을 불러오세요: labs images load FILE',
  },
  'build-failed': {
    what: '{{image}} 이미지를 Dockerfile로 빌드하지 못했습니다. {{detail}}',
    next: '컨테이너에서 인터넷에 접속되는지 확인하세요: docker run --rm debian:bookworm-slim apt-get update. 접속할 수 없는 환경이라면 이미지 묶음을 불러오세요: labs images load FILE',
  },
  'no-packages': {
    what: '레지스트리에 접속할 수 없고, {{architecture}} 아키텍처의 데비안이나 우분투도 아니어서 {{image}} 이미지를 패키지로 만들 수 없습니다.',
    next: '레지스트리에 접속되게 하거나, 다른 컴퓨터에서 저장한(labs images save FILE) 이미지 묶음을 불러오세요: labs images load FILE',
  },
  'no-mmdebstrap': {
    what: '레지스트리에 접속할 수 없고, 배포판 패키지로 {{image}} 이미지를 만드는 데 쓰는 mmdebstrap도 설치되어 있지 않습니다.',
    next: '이렇게 입력하세요: sudo apt-get install -y mmdebstrap && labs images install',
  },
  'assemble-failed': {
    what: '배포판 패키지로 {{image}} 이미지를 만들지 못했습니다. {{detail}}',
    next: 'apt가 동작하는지 확인하세요: sudo apt-get update. 네트워크가 없는 환경이라면 이미지 묶음을 불러오세요: labs images load FILE',
  },
  vanished: {
    what: '{{image}} 이미지를 준비했지만 지금은 엔진에 없습니다. 다른 프로그램이 지운 것으로 보입니다.',
    next: '다시 준비하세요: labs images install',
  },
  absent: {
    what: '{{image}} 이미지가 엔진에 없어서 저장할 수 없습니다.',
    next: '먼저 준비하세요: labs images install',
  },
  'not-ours': {
    what: '{{image}} 이미지는 labs가 만든 것이 아니어서 지우지 않습니다.',
    next: '지워도 되는 이미지라면 직접 지우세요: docker rmi {{image}}',
  },
  'in-use': {
    what: '{{image}} 이미지를 쓰는 컨테이너가 있어 지우지 않았습니다.',
    next: '먼저 실습을 정리하세요: labs clean --all. 이미지를 쓰는 컨테이너는 이렇게 확인합니다: docker ps -a --filter ancestor={{image}}',
  },
  'proof-failed': {
    what: '{{image}} 이미지의 도구가 제대로 동작하지 않습니다(종료 코드 {{exit}}). {{detail}}',
    next: '이미지를 새로 만들어 다시 저장하세요: labs images remove; labs images install; labs images save FILE',
  },
  'bundle-unreadable': {
    what: '{{bundle}} 파일을 읽을 수 없습니다({{reason}}).',
    next: '경로를 확인하세요: ls -l {{bundle}}',
  },
  'not-a-bundle': {
    what: '{{bundle}} 파일은 이미지 묶음이 아니거나 중간에 잘렸습니다.',
    next: '파일을 다시 복사하거나, 실습이 되는 컴퓨터에서 새로 만드세요: labs images save FILE',
  },
  'bundle-manifest': {
    what: '{{bundle}} 파일의 manifest.json을 이 버전의 labs가 읽을 수 없습니다: {{detail}}',
    next: '같은 버전의 labs로 묶음을 다시 만드세요: labs images save FILE',
  },
  'bundle-entry': {
    what: '{{bundle}} 파일에 manifest.json에 없는 항목이 들어 있습니다: {{entry}}. 아무것도 불러오지 않았습니다.',
    next: '믿을 수 없는 파일입니다. 직접 만들어 쓰세요: labs images save FILE',
  },
  'bundle-damaged': {
    what: '{{bundle}} 파일 안의 {{entry}} 항목이 manifest.json의 내용과 다릅니다. 파일이 손상되었거나 바뀌었습니다.',
    next: '파일을 다시 복사한 뒤 원본과 비교하세요: sha256sum {{bundle}}',
  },
  'bundle-large': {
    what: '{{bundle}} 파일에 {{limit}}바이트가 넘는 텍스트가 들어 있어 읽지 않았습니다.',
    next: '믿을 수 없는 파일입니다. 직접 만들어 쓰세요: labs images save FILE',
  },
  'bundle-archive': {
    what: '{{bundle}} 파일 안의 이미지가 docker save 형식과 다릅니다: {{entry}}. 아무것도 불러오지 않았습니다.',
    next: '믿을 수 없는 파일입니다. 직접 만들어 쓰세요: labs images save FILE',
  },
  'bundle-names': {
    what: '{{bundle}} 파일 안의 이미지는 {{image}} 말고 다른 이름도 차지하려고 합니다: {{other}}. 아무것도 불러오지 않았습니다.',
    next: '믿을 수 없는 파일입니다. 직접 만들어 쓰세요: labs images save FILE',
  },
  'bundle-lacks': {
    what: '{{bundle}} 파일에는 {{architecture}} 아키텍처용 {{image}} 이미지가 없습니다. 들어 있는 이미지: {{held}}',
    next: '그 아키텍처의 컴퓨터에서 같은 파일에 추가하세요: labs images save FILE',
  },
};
