import type { session as en } from '../../en/failure/session.ts';
import type { Catalogue } from '../../words.ts';

export const session: Catalogue<typeof en> = {
  'name-taken': {
    what: '이 실습에서 쓸 {{name}} {{kind, josa 이/가}} 이미 있습니다:\n  {{owners}}',
    next: 'labs는 이것을 건드리지 않습니다. 직접 만든 것이고 없어도 된다면 지우고 다시 시작하세요: {{remove}}',
  },
  'no-subnet': {
    what: '{{space}} 안에 {{name}} 값으로 쓸 빈 서브넷이 없습니다. 겹치는 것: {{blockers}}',
    next: '쓰지 않는 네트워크를 지우고(docker network ls) 다시 시작하세요.',
  },
  'no-port': {
    what: '{{space}} 안에 {{name}} 값으로 쓸 빈 포트가 없습니다. 이미 쓰는 것: {{blockers}}',
    next: '쓰지 않는 프로그램이나 컨테이너를 멈추고 다시 시작하세요.',
  },
  locked: {
    what: '이 실습은 프로세스 {{pid}}({{command}})에서 이미 진행 중입니다',
    next: '그쪽에서 계속하거나, 그 프로세스를 끝낸 뒤 다시 실행하세요.',
  },
  'no-attempt': {
    what: '{{lab}} 실습을 시작한 기록이 없습니다',
    next: '시작하려면: labs start {{lab}}',
  },
  'other-engine': {
    what: '{{lab}} 실습은 다른 도커 엔진({{begun}})에서 시작했습니다. 지금 엔진: {{now}}',
    next: '그 엔진으로 되돌리세요(docker context use …, DOCKER_HOST). 처음부터 하려면 그 엔진에서: labs reset {{lab}}',
  },
  'old-engine': {
    what: '{{lab}} 실습에는 도커 {{needed}} 이상이 필요합니다. 지금 엔진은 {{found}} 버전입니다',
    next: '엔진을 업데이트하세요: https://docs.docker.com/engine/install/',
  },
  'journal-broken': {
    what: '기록 파일 {{path}} 내용이 {{line}}번째 줄부터 앞과 이어지지 않습니다. 누군가 고친 것으로 보입니다',
    next: '사본으로 되돌리거나, 그 폴더를 다른 곳으로 옮기고 새로 시작하세요.',
  },
  'journal-write': {
    what: '기록 파일 {{path}} 쓰기에 실패했습니다: {{why}}',
    next: '디스크 공간을 확보한 뒤 다시 시작하세요. 완료로 표시된 것은 모두 저장되어 있습니다.',
  },
  'in-the-way': {
    what: '이 실습의 {{name}} {{kind, josa 을/를}} 지우지 못했습니다. {{by}} 컨테이너가 쓰고 있습니다 ({{words}})',
    next: '떼어 낸 뒤 다시 시작하세요: docker network disconnect {{name}} {{holder}}',
  },
  operation: {
    what: '{{step}} 단계의 {{operation}} 작업이 종료 코드 {{exit}}로 실패했습니다 ({{place}}):\n{{output}}',
    next: '원인을 고치고 다시 시작하세요. 이 시스템에서 되는 것은 labs doctor로 확인할 수 있습니다.',
  },
  'operation-late': {
    what: '{{step}} 단계의 {{operation}} 작업이 제시간에 끝나지 않아 중단했습니다 ({{place}}):\n{{output}}',
    next: '도커가 응답하는지(docker ps) 확인하고 다시 시작하세요.',
  },
  'outside-workspace': {
    what: '{{file}} 파일이 실습 작업 폴더 밖에 있습니다',
    next: '실습 정의의 오류이니 만든 사람에게 알려 주세요.',
  },
  'not-removed': {
    what: '이 실습의 {{name}} {{kind, josa 을/를}} 지우지 못했습니다. 도커의 응답: {{words}}',
    next: '원인을 고치고 다시 시작하세요. 무엇이 쓰고 있는지 확인: docker ps -a',
  },
  'lab-changed': {
    what: '시작한 뒤로 {{lab}} 실습의 이름이나 값이 바뀌었습니다',
    next: '처음부터 다시 하려면: labs reset {{lab}}',
  },
  'learner-broken': {
    what: '학습자 정보가 든 {{path}} 파일을 읽을 수 없습니다. 누군가 고친 것으로 보입니다',
    next: '사본으로 되돌리거나, 다른 곳으로 옮기면 새 학습자로 시작합니다: mv {{path}} {{path}}.broken',
  },
};
