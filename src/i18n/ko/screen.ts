import type { screen as en } from '../en/screen.ts';
import type { Catalogue } from '../words.ts';

export const screen: Catalogue<typeof en> = {
  place: '{{lab}} · {{total}}단계 중 {{number}}단계',
  preparing: '단계를 준비하는 중 …',
  again: 'Enter: 다시 시도 · q: 나가기',
  more_one: '+ {{count}}줄 더 있음 (창을 늘리면 보입니다)',
  more_other: '+ {{count}}줄 더 있음 (창을 늘리면 보입니다)',
  lost: '도커가 응답하지 않습니다. 지금까지 화면에 나온 내용은 모두 기록되어 있습니다. 도커를 다시 켜면(Docker Desktop 또는 sudo systemctl start docker) 실습이 저절로 이어집니다.',
  passed: '이 단계를 통과했습니다.',
  on: '다음 단계: {{title}} - 준비되면 Enter를 누르세요.',
  finish: '마지막 단계입니다. Enter를 누르면 결과를 정리해 보여 줍니다.',
  'not-passed': '아직 통과하지 못했습니다. 위의 표시를 확인하세요.',
  key: {
    command: '명령',
    answer: '답하기',
    hint: '힌트',
    solution: '풀이',
    reset: '초기화',
    check: '다시 검사',
    text: '설명',
    steps: '단계 목록',
    next: '다음 단계',
    help: '도움말',
    quit: '나가기',
  },
  command: {
    exit: '명령이 실패했습니다 (종료 코드 {{exit}}).',
    signal: '명령이 시그널을 받아 끝났습니다.',
  },
  answer: {
    message: '답:',
    right: '정답입니다.',
    none: '이 단계에는 남은 질문이 없습니다.',
    lost: '도커가 응답하지 않아 지금은 답을 채점할 수 없습니다.',
  },
  prompt: {
    choice: '↑↓ 이동 · Enter 선택 · Ctrl-C 뒤로',
    multi: '↑↓ 이동 · 스페이스 표시 · Enter 제출 · Ctrl-C 뒤로',
    editor: 'Enter를 누르면 편집기가 열립니다',
  },
  hint: {
    title: '힌트 {{number}}/{{total}}',
    none: '이 단계에는 남은 힌트가 없습니다. 풀이를 보려면 s를 누르세요.',
  },
  solution: {
    title: '풀이',
    confirm: '풀이를 볼까요? 풀이를 본 기록이 남습니다. (y/n)',
  },
  reset: {
    confirm: '이 단계를 처음부터 다시 할까요? 이 단계에서 만든 것은 지워집니다. (y/n)',
    done: '단계를 다시 준비했습니다.',
  },
  help: {
    title: '키 안내',
    command: '명령 한 줄을 입력합니다. 이 실습의 이름과 값이 설정된 셸에서 실행하고 기록합니다',
    answer: '이 단계의 남은 질문에 답합니다',
    hint: '다음 힌트를 봅니다 (기록됨)',
    solution: '풀이를 봅니다 (기록됨)',
    reset: '이 단계에서 만든 것을 지우고 다시 준비합니다',
    check: '지금 다시 검사합니다. 도커에 변화가 있으면 저절로 검사합니다',
    text: '이 단계의 설명을 다시 봅니다',
    steps: '전체 단계와 현재 위치를 봅니다',
    next: '통과한 뒤 다음 단계로 넘어갑니다 (Enter도 같습니다)',
    quit: '나갑니다. 진행 상황은 남습니다 (Ctrl-C, Ctrl-D도 같습니다)',
    elsewhere:
      '다른 터미널에서 작업해도 표시가 바로 따라 바뀝니다. 그 터미널에 이 실습의 이름과 값을 설정하려면 다음을 입력하세요.',
  },
  quit: {
    kept: '진행 상황은 그대로 남아 있습니다. 이어서 하려면:',
    clean: '도커를 원래대로 되돌리려면:',
  },
  summary: {
    title: '{{lab}}: 모두 마쳤습니다',
    points: '{{total}}점 중 {{points}}점',
  },
};
