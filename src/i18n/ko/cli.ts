import type { cli as en } from '../en/cli.ts';
import type { Catalogue } from '../words.ts';

const lab = 'LAB에는 실습 이름(`labs list`로 확인)이나 실습 폴더의 경로를 씁니다.';

export const cli: Catalogue<typeof en> = {
  help: {
    tagline: 'labs - 내 도커에서 직접 해 보는 실습, 하는 동안 바로바로 채점',
    usage: '사용법: {{usage}} [옵션]',
    options: '옵션:',
    examples: '예:',
    exit: '종료 코드: 0 완료 · 1 검사 실패 · 2 사용법 또는 실습 정의 오류 · 3 엔진 응답 없음 · 4 작업 실패 · 70 labs 버그 · 130 중단됨',
    more: '명령별 설명은 labs COMMAND --help 로 볼 수 있습니다.',
  },
  global: {
    options: {
      help: '이 도움말을 보여 줍니다',
      lang: '화면에 쓸 언어 (생략하면 로캘을 따릅니다)',
      json: '표준 출력에 JSON 문서 하나만 내보냅니다',
    },
  },
  list: {
    summary: '시작할 수 있는 실습 목록',
    about: '패키지에 들어 있는 실습과 LABS_PATH에서 찾은 실습을 보여 줍니다.',
    size: '({{steps}}단계, 약 {{minutes}}분)',
    next: '실습 시작: labs start {{lab}}',
  },
  start: {
    summary: '실습을 시작하거나 하던 곳에서 이어 갑니다',
    about: `실습을 열거나, 하던 곳에서 이어 갑니다. 터미널에서는 단계마다 설명과 검사가 나오고, 다른 터미널에서 도커로 작업하면 검사 결과가 바로 따라 바뀝니다. ${lab}`,
    options: {
      auto: '터미널 없이 모범 풀이를 끝까지 실행합니다',
      trust: '패키지 밖의 실습을 묻지 않고 실행합니다',
    },
    played: '모든 단계를 마쳤습니다. 도커를 원래대로 되돌리려면: labs clean {{lab}}',
    stopped: '위 단계에서 멈췄습니다. 진행 상황은 그대로 남아 있습니다: labs start {{lab}}',
    'no-terminal': '터미널이 아니어서 한 번만 검사했습니다. 다시 검사하려면: labs check {{lab}}',
  },
  check: {
    summary: '현재 단계 또는 STEP을 검사합니다',
    about: `지금 상태를 보고 판정만 합니다. 실습 명령은 실행하지 않습니다. 시작한 적이 없으면 새로 열고 첫 단계를 검사합니다. ${lab}`,
    options: {
      all: '모든 단계를 검사합니다',
      trust: '패키지 밖의 실습을 묻지 않고 씁니다',
    },
  },
  hint: {
    summary: '현재 단계의 다음 힌트',
    about: `지금까지 본 힌트에 하나를 더 보여 줍니다. 힌트를 본 기록은 남습니다. ${lab}`,
    left_one: '힌트가 1개 더 있습니다.',
    left_other: '힌트가 {{count}}개 더 있습니다.',
    last: '마지막 힌트입니다. 풀이를 보려면: labs solve {{lab}}',
    none: '이 단계에는 남은 힌트가 없습니다. 풀이를 보려면: labs solve {{lab}}',
  },
  solve: {
    summary: '현재 단계의 풀이',
    about: `현재 단계를 푸는 명령을 보여 줍니다. 풀이를 본 기록은 남습니다. ${lab}`,
    options: { run: '풀이를 바로 실행합니다' },
    next: '직접 입력하거나, 그대로 실행하려면: labs solve {{lab}} --run',
  },
  status: {
    summary: '실습 진행 상황',
    about: '기록만 읽어서 어느 단계까지 통과했는지 보여 줍니다. 엔진이 없어도 됩니다.',
    none: '아직 시작한 실습이 없습니다. 실습 목록: labs list',
    head: '{{lab}}: {{total}}단계 중 {{passed}}단계 통과 (시작 {{at}})',
    here: '현재 단계',
    skipped: '건너뜀',
    hints_one: '힌트 1개',
    hints_other: '힌트 {{count}}개',
    revealed: '풀이 봄',
  },
  env: {
    summary: '다른 터미널에서 쓸 실습의 이름과 값',
    about: `실습의 이름과 값을 환경 변수로 설정하는 셸 명령을 출력합니다. ${lab}`,
  },
  reset: {
    summary: 'STEP 또는 실습 전체를 처음부터 다시',
    about: `그 단계에서 만든 것을 지우고 다시 준비합니다. STEP을 생략하면 실습 전체를 끝내고 만든 것을 모두 지웁니다. ${lab}`,
    step: '{{step}} 단계를 다시 준비했습니다. 이어서 하려면: labs start {{lab}}',
    lab: '실습을 끝냈습니다. 처음부터 다시 하려면: labs start {{lab}}',
  },
  clean: {
    summary: '도커를 실습 전 상태로 되돌립니다',
    about:
      'labs가 만든 것만 지웁니다. 레이블과 기록을 보고 지우므로 비정상 종료 뒤에도 쓸 수 있습니다. 진행 상황은 남습니다.',
    options: { all: '기록은 없지만 labs 레이블이 붙은 것까지 지웁니다' },
    removed: '{{name}} {{kind, josa 을/를}} 지웠습니다',
    'in-use':
      '{{name}} {{kind, josa 은/는}} 남겨 두었습니다. 이 실습 것이 아닌 {{by}} 컨테이너가 쓰고 있습니다. 그 컨테이너가 없어도 된다면 지운 뒤 다시 정리하세요: docker rm -f {{holder}}',
    'in-use-network':
      '{{name}} {{kind, josa 은/는}} 남겨 두었습니다. 이 실습 것이 아닌 {{by}} 컨테이너가 쓰고 있습니다. 먼저 떼어 낸 뒤 다시 정리하세요: docker network disconnect {{name}} {{holder}}',
    refused: '{{name}} {{kind, josa 이/가}} 남아 있습니다. 도커의 응답: {{words}}',
    nothing: '지울 것이 없습니다. 이미 원래 상태입니다.',
    elsewhere:
      '{{lab}} 실습 하나는 다른 엔진({{engine}})에서 시작했으므로 건드리지 않았습니다. 정리하려면 DOCKER_HOST나 docker context를 그 엔진으로 바꾸세요.',
  },
  doctor: {
    summary: '이 컴퓨터와 엔진으로 할 수 있는 것 점검',
    about:
      '실습에 필요한 엔진, 도구 이미지, 네트워크 드라이버를 실제로 시험해 봅니다. 바꾸는 것은 없습니다.',
  },
  images: {
    summary: '실습에 필요한 이미지',
    about:
      '인자 없이 쓰면 목록을 보여 줍니다. install은 엔진에 설치하고 remove는 지웁니다. save FILE은 네트워크가 없는 강의실에 가져갈 파일로 묶고, load FILE은 그 파일을 들여와 실제로 실행되는지 확인합니다.',
  },
  validate: {
    summary: '실습 정의를 검사해 오류를 한꺼번에 보여 줍니다',
    about: '실습 폴더나 lab.yaml을 읽고 모든 오류를 줄과 칸 번호까지 알려 줍니다.',
  },
  completion: {
    summary: '셸 자동 완성',
    about: 'bash, zsh, fish용 자동 완성 스크립트를 출력합니다.',
  },
  kind: { container: '컨테이너', network: '네트워크', volume: '볼륨', image: '이미지' },
  result: { expected: '기대한 값', actual: '실제 값', at: '확인한 곳', hint: '힌트' },
  skipped: '건너뜀: 이 시스템에서는 {{capability}} 기능을 쓸 수 없습니다 ({{evidence}})',
  'all-done':
    '{{lab}} 실습의 모든 단계를 마쳤습니다. 도커를 원래대로 되돌리려면: labs clean {{lab}}',
  recovered_one:
    '기록의 끝이 잘려 있어(비정상 종료 또는 디스크 부족) 1바이트를 버렸습니다. 온전한 기록은 모두 남아 있습니다.',
  recovered_other:
    '기록의 끝이 잘려 있어(비정상 종료 또는 디스크 부족) {{count}}바이트를 버렸습니다. 온전한 기록은 모두 남아 있습니다.',
  toolbox: {
    cache: '캐시에서 도구 이미지를 가져오는 중 …',
    dockerfile: '도구 이미지를 빌드하는 중 …',
    packages: '배포판 패키지로 도구 이미지를 만드는 중 …',
    keep: '다음에 다시 쓰도록 도구 이미지를 보관하는 중 …',
  },
  trust: {
    shows:
      '{{folder}}에 있는 {{lab}} 실습은 labs에 들어 있던 것이 아닙니다. 이 컴퓨터에서 다음을 실행할 수 있습니다:',
    ask: '이 실습을 실행할까요?',
  },
  interrupted: '중단했습니다. 진행 상황은 그대로이니 다시 시작하면 이어집니다.',
  bug: 'labs {{version}}의 버그입니다 (Node {{node}}). 아래 내용을 붙여 알려 주세요. 실습 기록은 온전합니다.',
};
