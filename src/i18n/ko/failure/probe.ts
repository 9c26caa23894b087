import type { probe as en } from '../../en/failure/probe.ts';
import type { Catalogue } from '../../words.ts';

export const probe: Catalogue<typeof en> = {
  'no-toolbox': {
    what: 'Docker 엔진에 {{image}} 툴박스 이미지가 없습니다. 검사는 이 이미지의 도구로 컨테이너 안을 들여다봅니다.',
    next: '다음 명령으로 가져오세요: labs images install',
  },
  'helper-start': {
    what: '검사에 쓰는 컨테이너인 프로브 헬퍼가 시작하자마자 종료되었습니다: {{words}}',
    next: '툴박스 이미지를 다시 만드세요: labs images install   그다음 엔진 상태를 확인하세요: labs doctor',
  },
  'helper-lost': {
    what: '프로브 헬퍼(labs-probe-…로 시작하는 컨테이너)가 응답하던 중에 사라졌습니다. {{words}}',
    next: '명령을 다시 실행하면 헬퍼가 새로 시작됩니다. labs가 실행되는 동안에는 labs-probe-… 컨테이너를 건드리지 마세요.',
  },
};
