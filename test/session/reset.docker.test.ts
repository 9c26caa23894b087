import { expect, test } from 'vitest';
import { takeSnapshot } from '../engine-snapshot.ts';
import { runLabs } from '../run-labs.ts';
import { tempFolder } from '../temp-folder.ts';

test('a step that is reset starts where its chain ended, and is compared with that end', async () => {
  const before = await takeSnapshot();
  const env = { LABS_HOME: await tempFolder() };
  const play = () => runLabs(['start', 'test/session/lab', '--auto', '--trust'], env);
  expect(await play()).toMatchObject({ exit: 0 });
  expect(await runLabs(['reset', 'test/session/lab', 'ask'], env)).toMatchObject({ exit: 0 });
  // The page's container is another one now: `same-web` passes only if the replay was looked at.
  const again = await play();
  expect(again, again.stdout + again.stderr).toMatchObject({ exit: 0 });
  expect(await runLabs(['clean', 'small'], env)).toMatchObject({ exit: 0 });
  expect(await takeSnapshot()).toEqual(before);
});
