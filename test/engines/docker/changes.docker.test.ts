import { expect, test, vi } from 'vitest';
import { followChanges } from './follow-changes.ts';
import { image, useEngine } from './use-engine.ts';

const { attempt, engine, exec, net, perform, run, web } = useEngine('changes');
const subnet = '10.219.68.0/28';

test('tell of networks and execs, and end in peace when aborted', async () => {
  const abort = new AbortController();
  const { heard, ended } = await followChanges(engine(), abort.signal);
  await perform('docker.network.create', { network: net, subnet });
  await run({ network: net });
  await exec(['true']);
  await vi.waitFor(() => {
    const mine = heard.filter(({ name }) => name === web || name === net);
    const said = mine.map(({ kind, action }) => `${kind} ${action}`);
    expect(said).toContain('network create');
    expect(said).toContain('network connect');
    expect(said).toContain('container start');
    expect(said).toContain('container exec_start');
  });
  const start = heard.find(({ name, action }) => name === web && action === 'start');
  expect(start?.labels).toMatchObject({ 'labs.attempt': attempt });
  abort.abort();
  await expect(ended).resolves.toBeUndefined();
});

test('leave out what the runner’s own helper does', async () => {
  const abort = new AbortController();
  const { heard, ended } = await followChanges(engine(), abort.signal);
  const helper = await engine().docker.createContainer({
    name: `${web}-h`,
    Image: image,
    Cmd: ['sleep', '100'],
    Labels: { 'labs.attempt': attempt, 'labs.role': 'helper' },
    HostConfig: { NetworkMode: 'host' },
  });
  await helper.start();
  const inner = await helper.exec({ Cmd: ['true'], AttachStdout: true });
  (await inner.start({})).resume();
  await helper.remove({ force: true });
  await run();
  await vi.waitFor(() => expect(heard.map(({ action }) => action)).toContain('start'));
  const ofHelper = heard.filter((change) => [change.id, change.container].includes(helper.id));
  expect(ofHelper).toEqual([]);
  abort.abort();
  await ended;
});
