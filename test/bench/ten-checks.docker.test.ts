import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runLabs } from '../run-labs.ts';

const lab = 'test/bench/lab';
let home: string;
/** What `labs env` exports: the scripts' only input. */
let values: Record<string, string>;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'labs-test-'));
  const played = await runLabs(['start', lab, '--auto', '--trust'], { LABS_HOME: home });
  expect(played.stderr + played.stdout).toContain('✓');
  const { stdout } = await runLabs(['env', lab], { LABS_HOME: home });
  const lines = [...stdout.matchAll(/^export (LABS_\w+)='(.*)'$/gm)];
  values = Object.fromEntries(lines.map(([, name, value]) => [name, value]));
});

afterEach(async () => {
  expect(await runLabs(['clean', 'bench-ten'], { LABS_HOME: home })).toMatchObject({ exit: 0 });
  await rm(home, { recursive: true, force: true });
});

/** The ids of the checks that fail, as `labs check` has them. */
async function failedInLabs(): Promise<string[]> {
  const { exit, stdout } = await runLabs(['check', lab, '--json'], { LABS_HOME: home });
  const { steps } = JSON.parse(stdout) as {
    steps: { results: { id: string; status: string }[] }[];
  };
  const results = steps.flatMap((step) => step.results);
  expect(results).toHaveLength(10);
  const failed = results.filter(({ status }) => status === 'fail').map(({ id }) => id);
  expect(exit).toBe(failed.length > 0 ? 1 : 0);
  return failed.sort();
}

async function failedInScript(name: string): Promise<string[]> {
  const ran = await bash(`bash test/bench/${name}`);
  expect(ran.stdout.match(/^(PASS|FAIL) \S+$/gm)).toHaveLength(10);
  const failed = [...ran.stdout.matchAll(/^FAIL (\S+)$/gm)].map(([, id]) => id ?? '');
  expect(ran.code).toBe(failed.length > 0 ? 1 : 0);
  return failed.sort();
}

async function bash(script: string): Promise<{ code: number; stdout: string }> {
  const env = { ...process.env, ...values };
  return promisify(execFile)('bash', ['-c', script], { env }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
  );
}

const tool = (network: string, command: string) =>
  `docker run --rm --cap-add NET_ADMIN --network ${network} "$LABS_IMAGES_TOOLBOX" ${command}`;
const again = (name: string, options: string) =>
  `docker rm -f "$LABS_NAMES_${name}"; docker run -d --name "$LABS_NAMES_${name}" ${options}`;
const sleeps = '"$LABS_IMAGES_TOOLBOX" sleep infinity';

test.each<[state: string, commands: string, failed: string[]]>([
  ['as the solution leaves it', 'true', []],
  [
    'the client on the other network',
    again('CLIENT', `--network "$LABS_NAMES_BLUE" ${sleeps}`),
    ['attached', 'gateway', 'page', 'refused', 'resolve'],
  ],
  [
    'the client without its default route',
    tool('"container:$LABS_NAMES_CLIENT"', 'ip route del default'),
    ['gateway'],
  ],
  [
    'the end of its cable pulled out of the bridge',
    `n=$(docker exec "$LABS_NAMES_WEB" cat /sys/class/net/eth0/iflink)
     ${tool('host', 'sh -c')} 'ip link set "$(ip -o link | sed -n "s/^$0: \\([^@]*\\)@.*/\\1/p")" nomaster' "$n"`,
    ['page', 'published', 'refused', 'veth'],
  ],
  [
    'the sharer with a namespace of its own',
    again('SIDE', `--network "$LABS_NAMES_RED" ${sleeps}`),
    ['same-namespace'],
  ],
  [
    'the other network open to the outside',
    `docker network disconnect "$LABS_NAMES_BLUE" "$LABS_NAMES_EDGE"
     docker network rm "$LABS_NAMES_BLUE"
     docker network create --subnet "$LABS_VARS_BLUE_SUBNET" "$LABS_NAMES_BLUE"
     docker network connect "$LABS_NAMES_BLUE" "$LABS_NAMES_EDGE"`,
    ['network'],
  ],
  [
    'something that listens where nothing may',
    'docker exec -d "$LABS_NAMES_WEB" httpd -f -p 81',
    ['refused'],
  ],
  [
    'another page',
    'docker exec "$LABS_NAMES_WEB" sh -c "echo other > /srv/index.html"',
    ['page', 'published'],
  ],
  [
    'a cable too few',
    'docker network disconnect "$LABS_NAMES_BLUE" "$LABS_NAMES_EDGE"',
    ['interfaces'],
  ],
  [
    'another answer for the name',
    `docker network connect --alias "$LABS_NAMES_WEB" "$LABS_NAMES_BLUE" "$LABS_NAMES_SIDE" ||
     { docker network disconnect "$LABS_NAMES_RED" "$LABS_NAMES_EDGE"
       docker network connect --alias "$LABS_NAMES_WEB" "$LABS_NAMES_RED" "$LABS_NAMES_EDGE"; }`,
    ['resolve'],
  ],
  [
    'the server stopped',
    'docker stop -t 0 "$LABS_NAMES_WEB"',
    ['page', 'published', 'refused', 'resolve', 'same-namespace', 'veth'],
  ],
])('labs and both scripts find the same: %s', async (_, commands, failed) => {
  expect(await bash(commands)).toMatchObject({ code: 0 });
  expect(await failedInScript('check-naive.sh')).toEqual(failed);
  expect(await failedInScript('check-batched.sh')).toEqual(failed);
  expect(await failedInLabs()).toEqual(failed);
});
