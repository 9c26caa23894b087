import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findProcess } from '../../src/engines/shell/process-mark.ts';
import { findHolder, takeLock } from '../../src/session/lock.ts';
import { tempFolder } from '../temp-folder.ts';

test('the second runner is told which process holds the attempt', async () => {
  const path = join(await tempFolder(), 'lock');
  const release = await takeLock(path, 'labs start one');
  await expect(takeLock(path, 'labs check one')).rejects.toMatchObject({
    code: 'session.locked',
    values: { pid: process.pid, command: 'labs start one' },
  });
  await release();
  await (await takeLock(path, 'labs check one'))();
});

test('the lock of a process that was killed is taken over', async () => {
  const path = join(await tempFolder(), 'lock');
  const child = spawn('sleep', ['60']);
  const mark = await findProcess(child.pid ?? 0);
  await writeFile(path, JSON.stringify({ ...mark, command: 'labs start one' }));
  expect(await findHolder(path)).toMatchObject({ pid: child.pid });
  child.kill('SIGKILL');
  await once(child, 'exit');
  await (await takeLock(path, 'labs start one'))();
});

test('a process number that is used again is not taken for the holder', async () => {
  const path = join(await tempFolder(), 'lock');
  const holder = { pid: process.pid, started: 'another boot 1', command: 'labs start one' };
  await writeFile(path, JSON.stringify(holder));
  expect(await findHolder(path)).toBeUndefined();
  await (await takeLock(path, 'labs start one'))();
});

test('of many who want it at once, one gets it', async () => {
  const path = join(await tempFolder(), 'lock');
  await writeFile(path, 'torn');
  const tries = await Promise.allSettled([1, 2, 3, 4, 5].map(() => takeLock(path, 'labs start')));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});
