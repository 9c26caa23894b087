import type { lab as en } from '../../en/failure/lab.ts';
import type { Catalogue } from '../../words.ts';

export const lab: Catalogue<typeof en> = {
  invalid: {
    what: '{{folder}} 폴더의 실습 정의에 오류가 {{count}}개 있습니다.',
    next: '전체 오류 보기: labs validate {{folder}}',
  },
  unknown: {
    what: '"{{name}}" 실습이 없습니다. 찾을 수 있는 실습: {{known}}.',
    next: '실습 목록 보기: labs list. 다른 곳에 있는 실습은 경로로 지정하거나 LABS_PATH에 폴더를 추가하세요.',
  },
  'unknown-near': {
    what: '"{{name}}" 실습이 없습니다. 혹시 "{{nearest}}" 실습을 찾으시나요? 찾을 수 있는 실습: {{known}}.',
    next: '실습 목록 보기: labs list. 다른 곳에 있는 실습은 경로로 지정하거나 LABS_PATH에 폴더를 추가하세요.',
  },
  'not-there': {
    what: '{{path}} 위치에 실습이 없습니다. 그 폴더에 lab.yaml 파일이 없습니다.',
    next: 'lab.yaml이 있는 폴더를 지정하거나, 찾을 수 있는 실습을 확인하세요: labs list',
  },
};
