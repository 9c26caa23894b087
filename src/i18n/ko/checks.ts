import type { checks as en } from '../en/checks.ts';
import type { Catalogue } from '../words.ts';

export const checks: Catalogue<typeof en> = {
  bridge: {
    learned: '{{network}} 네트워크의 브리지가 {{container}} 컨테이너의 MAC 주소를 학습했다',
  },
  changed: '{{fact}}의 {{path}} 값이 {{before}} 단계와 달라졌다',
  changed_same: '{{fact}}의 {{path}} 값이 {{before}} 단계와 같다',
  command: {
    output: '이 명령이 성공한다: {{run}}',
    output_exit: '이 명령의 종료 코드가 {{exit}}이다: {{run}}',
    output_match: '이 명령이 올바른 결과를 출력한다: {{run}}',
  },
  container: {
    address_in: '{{container}} 컨테이너의 주소가 {{in}} 서브넷에 속한다',
    'address_in-network':
      '{{network}} 네트워크에서 {{container}} 컨테이너의 주소가 {{in}} 서브넷에 속한다',
    address_equals: '{{container}} 컨테이너의 주소가 {{equals}}이다',
    'address_equals-network':
      '{{network}} 네트워크에서 {{container}} 컨테이너의 주소가 {{equals}}이다',
    address_none: 'Docker가 {{container}} 컨테이너에 주소를 할당하지 않았다',
    'address_none-network': '{{network}} 네트워크에서 {{container}} 컨테이너에 주소가 없다',
    attached: '{{container}} 컨테이너가 {{network}} 네트워크에 연결되어 있다',
    attached_alias:
      '{{container}} 컨테이너가 {{alias}} 별칭으로 {{network}} 네트워크에 연결되어 있다',
    attached_only: '{{container}} 컨테이너가 {{network}} 네트워크에만 연결되어 있다',
    gateway: '{{container}} 컨테이너의 기본 경로가 {{network}} 네트워크의 게이트웨이를 거친다',
    interfaces: '{{container}} 컨테이너에 루프백 외의 인터페이스가 정확히 이만큼 있다: {{kinds}}',
    interfaces_none: '{{container}} 컨테이너에 루프백 인터페이스만 있다',
    'network-mode': '{{container}} 컨테이너의 네트워크 모드가 {{mode}} 모드이다',
    'network-mode_container': '{{container}} 컨테이너가 다른 컨테이너의 네트워크를 함께 쓴다',
    'network-mode_of': '{{container}} 컨테이너가 {{of}} 컨테이너의 네트워크를 함께 쓴다',
    parent: '{{container}} 컨테이너의 {{kind}} 인터페이스가 호스트 인터페이스를 부모로 쓴다',
    parent_parent:
      '{{container}} 컨테이너의 {{kind}} 인터페이스가 {{parent}} 인터페이스를 부모로 쓴다',
    running: '{{container}} 컨테이너가 실행 중이다',
    running_image: '{{image}} 이미지로 만든 {{container}} 컨테이너가 실행 중이다',
    'same-namespace_same':
      '{{container}} 컨테이너와 {{other}}의 네임스페이스가 서로 같다: {{same}}',
    'same-namespace_different':
      '{{container}} 컨테이너와 {{other}}의 네임스페이스가 서로 다르다: {{different}}',
    'same-namespace_both':
      '{{container}} 컨테이너와 {{other}}의 네임스페이스 중 같은 것: {{same}}, 다른 것: {{different}}',
    veth: '{{container}} 컨테이너가 veth 쌍으로 {{network}} 네트워크의 브리지에 연결되어 있다',
  },
  file: {
    content: '{{file}} 파일의 내용이 올바르다',
    content_container: '{{container}} 컨테이너에 있는 {{file}} 파일의 내용이 올바르다',
  },
  network: {
    exists: '{{network}} 네트워크가 있다',
    exists_made: '{{network}} 네트워크가 있고 설정이 올바르다({{properties}})',
  },
  port: {
    published: '{{container}} 컨테이너의 {{port}}번 포트를 공개했다',
    published_host: '{{container}} 컨테이너의 {{port}}번 포트를 호스트의 {{host}} 포트로 공개했다',
  },
  reach_success: '{{from}}에서 {{to}} 주소로 연결된다',
  reach_blocked: '{{from}}에서 {{to}} 주소로 연결되지 않는다',
  reach_refused: '{{from}}에서 {{to}} 주소로 연결하면 거부된다',
  reach_silence: '{{from}}에서 {{to}} 주소로 연결하면 응답이 없다',
  reach_unreachable: '{{from}}에서 {{to}} 주소로 가는 경로가 없다',
  reach_unresolved: '{{from}}에서 {{to}} 주소에 있는 이름을 찾을 수 없다',
  resolve_to: '{{from}}에서 {{name}} 이름을 조회하면 {{to}} 주소가 나온다',
  resolve_container:
    '{{from}}에서 {{name}} 이름을 조회하면 {{network}} 네트워크에 있는 {{target}} 컨테이너의 주소가 나온다',
  resolve_unknown: '{{from}}에서 {{name}} 이름을 찾을 수 없다',
  resource: {
    matches_container: '{{container}} 컨테이너의 설정이 올바르다',
    matches_network: '{{network}} 네트워크의 설정이 올바르다',
    matches_image: '{{image}} 이미지의 설정이 올바르다',
  },
  'answered-by': { dns: '{{label}}(DNS 서버 응답)', hosts: '{{label}}(hosts 파일)' },
};
