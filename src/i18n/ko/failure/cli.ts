import type { cli as en } from '../../en/failure/cli.ts';
import type { Catalogue } from '../../words.ts';

export const cli: Catalogue<typeof en> = {
  'unknown-command': {
    what: '"{{command}}" 명령은 없습니다',
    next: '명령 목록: labs --help',
  },
  'unknown-command-near': {
    what: '"{{command}}" 명령은 없습니다',
    next: '혹시 이 명령인가요? labs {{guess}}',
  },
  'unknown-option': {
    what: '{{command}} 명령에 {{option}} 옵션은 없습니다',
    next: '옵션 목록: labs {{command}} --help',
  },
  'unknown-option-near': {
    what: '{{command}} 명령에 {{option}} 옵션은 없습니다',
    next: '혹시 {{guess}} 옵션인가요? 옵션 목록: labs {{command}} --help',
  },
  'option-value': {
    what: '{{option}} 옵션에는 값이 필요합니다',
    next: '이렇게 쓰세요: {{option}} 값',
  },
  'option-flag': { what: '{{option}} 옵션은 값을 받지 않습니다', next: '{{option}}만 쓰세요' },
  'missing-argument': {
    what: '{{command}} 명령에는 {{argument}} 인자가 필요합니다',
    next: '예: {{example}}',
  },
  'extra-argument': {
    what: '{{command}} 명령에 "{{argument}}" 인자는 쓸 수 없습니다',
    next: '사용법: labs {{command}} --help',
  },
  'unknown-language': {
    what: '"{{language}}" 언어는 없습니다',
    next: '쓸 수 있는 언어: {{allowed}}',
  },
  'unknown-shell': {
    what: '"{{shell}}" 셸의 자동 완성은 없습니다',
    next: '쓸 수 있는 셸: {{allowed}}',
  },
  'unknown-step': {
    what: '{{lab}} 실습에 "{{step}}" 단계는 없습니다',
    next: '단계 목록: {{known}}',
  },
  'not-trusted': {
    what: '실습을 실행하지 않았습니다. labs에 들어 있던 실습이 아니고, 실행해도 된다는 확인도 없었습니다',
    next: '믿을 수 있는 실습이라면: labs start {{lab}} --trust',
  },
  'unknown-step-near': {
    what: '{{lab}} 실습에 "{{step}}" 단계는 없습니다',
    next: '혹시 {{guess}} 단계인가요? 단계 목록: {{known}}',
  },
  file: {
    what: '파일을 읽거나 쓰지 못했습니다: {{why}}',
    next: '디스크 공간을 확보하거나 그 경로의 권한을 고친 뒤 다시 실행하세요. 완료로 표시된 것은 모두 저장되어 있습니다.',
  },
};
