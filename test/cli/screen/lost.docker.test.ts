import { expect, test } from 'vitest';
import { startPrivateEngine } from '../../private-engine.ts';
import { tempFolder } from '../../temp-folder.ts';
import { docker, image, labHome, startLab } from './start-lab.ts';

test('an engine that is killed in a step is waited for; then the run goes on by itself', async () => {
  await using engine = await startPrivateEngine();
  const here = ['-H', engine.host];
  const archive = `${await tempFolder()}/toolbox.tar`;
  await docker('save', '-o', archive, image);
  await docker(...here, 'load', '-i', archive);
  const env = { DOCKER_HOST: engine.host };
  const terminal = startLab({ home: await labHome(env), env, lab: 'test/cli/screen/lab-lost' });
  await terminal.sees('✗ scr-lost-web is running', 30_000);
  await engine.kill();
  await terminal.sees('Docker does not answer. Nothing is lost');
  await terminal.sees('… scr-lost-web is running');
  await engine.restart();
  await terminal.sees('✗ scr-lost-web is running', 30_000);
  await terminal.seesNot('Docker does not answer');
  await docker(
    ...here,
    'run',
    '-d',
    '--name',
    'scr-lost-web',
    '--network',
    'none',
    image,
    'sleep',
    '600',
  );
  await terminal.sees('✓ scr-lost-web is running', 5000);
  await terminal.sees('This step has passed.');
  await docker(...here, 'rm', '-f', 'scr-lost-web');
  terminal.type('q');
  expect(await terminal.exit).toBe(0);
});
