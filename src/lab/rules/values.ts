import { normalCidr } from '../../checks/ip.ts';
import type { Draft } from '../draft.ts';
import type { Cursor } from '../yaml/cursor.ts';

/** No two names for one thing, and draws that can come out. */
export function checkValues(draft: Draft): void {
  checkNames(draft);
  for (const [, draw] of draft.lab.get('vars').entries()) {
    checkSubnet(draft, draw.get('subnet'));
    checkPort(draft, draw.get('port'));
  }
}

function checkNames({ lab, problems }: Draft): void {
  const first = new Map<string, Cursor>();
  const named = lab.get('names').entries();
  for (const [kind, name] of named.flatMap(([, thing]) => thing.entries())) {
    const same = `${kind}/${name.text}`;
    const earlier = first.get(same);
    if (earlier) {
      const values = { kind, found: name.text ?? '', line: earlier.position.line };
      problems.add(name.position, 'name-twice', values);
    } else if (name.text !== undefined) first.set(same, name);
  }
}

function checkSubnet({ problems }: Draft, subnet: Cursor): void {
  const prefix = subnet.get('prefix');
  const within = subnet.get('within').text;
  if (within === undefined || !normalCidr(within) || typeof prefix.value !== 'number') return;
  if (Number(within.split('/')[1]) > prefix.value) {
    problems.add(prefix.position, 'subnet-prefix', { found: prefix.value, within });
  }
}

function checkPort({ problems }: Draft, port: Cursor): void {
  const [from, to] = [port.get('from').value, port.get('to').value];
  if (typeof from !== 'number' || typeof to !== 'number' || from <= to) return;
  problems.add(port.get('to').position, 'port-range', { from, to });
}
