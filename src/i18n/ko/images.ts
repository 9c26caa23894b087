import type { images as en } from '../en/images.ts';
import type { Catalogue } from '../words.ts';

export const images: Catalogue<typeof en> = {
  row: {
    state: '상태',
    source: '만든 방법',
    architecture: '아키텍처',
    size: '크기',
    id: 'ID',
    cache: '캐시',
  },
  state: { present: '엔진에 있음', absent: '엔진에 없음' },
  source: {
    dockerfile: 'labs의 Dockerfile',
    packages: '배포판 패키지',
    other: 'labs가 아닌 다른 곳',
  },
  'not-cached': '없음',
  would: {
    cache: 'labs images install 을 실행하거나 실습을 시작하면 캐시에서 가져옵니다.',
    dockerfile: 'labs images install 을 실행하거나 실습을 시작하면 Dockerfile로 빌드합니다.',
    packages: 'labs images install 을 실행하거나 실습을 시작하면 배포판 패키지로 만듭니다.',
  },
  progress: {
    cache: '캐시에서 도구 이미지를 가져오는 중 …',
    dockerfile: 'Dockerfile로 도구 이미지를 빌드하는 중 …',
    packages: '배포판 패키지로 도구 이미지를 만드는 중(30초쯤 걸립니다) …',
    keep: '도구 이미지를 캐시에 보관하는 중 …',
  },
  installed: '{{image}} 이미지를 엔진에 준비했습니다. 만든 방법: {{source}}',
  there: '{{image}} 이미지가 이미 엔진에 있습니다. 만든 방법: {{source}}',
  removed: '{{image}} 이미지를 엔진과 캐시에서 지웠습니다.',
  'nothing-removed': '{{image}} 이미지는 엔진에 없었습니다. 캐시에도 남은 것이 없습니다.',
  saved:
    '{{file}} 파일에 저장했습니다. 네트워크가 없는 컴퓨터에서 불러오는 명령: labs images load FILE',
  loaded: '{{image}} 이미지를 {{file}} 파일에서 불러왔고, 안에 든 도구가 모두 실행되었습니다.',
};
