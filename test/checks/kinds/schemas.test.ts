import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { loadAllCheckKinds } from '../../../src/checks/kinds/index.ts';

const all = await loadAllCheckKinds();
const ajv = new Ajv({ strictTypes: false });
const isValid = (uses: string, given: unknown) => ajv.validate(all[uses]?.schema ?? {}, given);
const from = 'container/web';

describe('the schema of `with`', () => {
  it.each<[string, object]>([
    ['reach', { from: 'container/${{ names.web }}', to: '${{ names.db }}:80', expect: 'success' }],
    ['reach', { from: '${{ vars.place }}', to: 'db:80', expect: 'blocked' }],
    ['reach', { from, to: 'db:80', expect: 'silence', listen: '1.5s' }],
    ['port.published', { container: 'web', port: 80, 'host-port': '${{ vars.port }}' }],
    ['port.published', { container: 'web', port: '80' }],
    ['container.interfaces', { container: 'web', kinds: {} }],
    ['resolve', { name: 'db', from, container: ['a', 'b'], network: 'net', source: 'dns' }],
    ['command.output', { run: 'true', stdout: { path: 'a', equals: null } }],
  ])('takes %s %j', (uses, given) => {
    expect(isValid(uses, given)).toBe(true);
  });

  it.each<[string, object, string]>([
    ['reach', { from: 'moon', to: 'db:80', expect: 'success' }, 'an unknown place'],
    ['reach', { from, to: 'db:80', expect: 'silence' }, 'silence that does not say how long'],
    ['reach', { from, to: 'db:80', expect: 'blocked', body: { equals: 'x' } }, 'a body of nothing'],
    ['reach', { from, to: 'db:80' }, 'no expectation'],
    ['reach', { from, to: 'db:80', expect: 'silence', listen: 2000 }, 'a time without a unit'],
    ['port.published', { container: 'web', port: 0 }, 'no port'],
    ['port.published', { container: 'web', port: 'http' }, 'a port by name'],
    ['container.address', { container: 'web' }, 'nothing to compare with'],
    ['container.address', { container: 'web', none: true, in: '10.0.0.0/8' }, 'a contradiction'],
    ['container.address', { container: 'web', none: false }, 'a condition that says nothing'],
    [
      'container.network-mode',
      { container: 'web', mode: 'host', of: 'x' },
      'an owner without a sharer',
    ],
    ['container.same-namespace', { container: 'web', other: 'x' }, 'no namespace'],
    ['container.same-namespace', { container: 'web', other: 'x', same: [] }, 'an empty list'],
    ['container.interfaces', { container: 'web', kinds: { eth0: 1 } }, 'a name for a kind'],
    ['resolve', { name: 'db', from }, 'no expectation'],
    ['resolve', { name: 'db', from, to: '1.1.1.1', unknown: true }, 'two expectations'],
    ['resolve', { name: 'db', from, container: 'db' }, 'a container without its network'],
    ['resolve', { name: 'db', from, unknown: true, source: 'dns' }, 'a source of no answer'],
    ['command.output', { run: 'true', stdout: {} }, 'an empty match'],
    ['command.output', { run: 'true', stdout: { path: 'a' } }, 'a path to nothing in particular'],
    ['command.output', { run: 'true', stdout: { contains: '' } }, 'what every text contains'],
    ['command.output', { run: 'true', stdout: { schema: {} } }, 'what every value meets'],
    ['resource.matches', { schema: { type: 'object' } }, 'no object'],
    ['resource.matches', { container: 'a', image: 'b', schema: { type: 'object' } }, 'two objects'],
    ['changed', { fact: 'container/web', path: 'id' }, 'nothing before'],
  ])('refuses %s %j: %s', (uses, given) => {
    expect(isValid(uses, given)).toBe(false);
  });
});
