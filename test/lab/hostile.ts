import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { valid } from './problems-of.ts';

interface Hostile {
  name: string;
  /** Makes the lab, hands its folder over, and removes it. */
  make(use: (folder: string) => Promise<void>): Promise<void>;
  expected: string;
}

const text = 'text/first.en.md';
const step =
  '  - { id: ID, title: { en: T, ko: 제목 }, text: { en: T, ko: 글 }, checks: ' +
  '[{ id: there, uses: network.exists, with: { network: bridge } }] }\n';

/** Labs that git cannot hold well: made from the smallest valid lab when they are needed. */
export const hostile: Hostile[] = [
  {
    name: 'a folder without a lab.yaml',
    make: change((folder) => rm(join(folder, 'lab.yaml'))),
    expected: 'lab.yaml:1:1: the file `lab.yaml` is not there, or may not be read',
  },
  {
    name: 'a lab.yaml of 50 MB, without reading it',
    make: change((folder) => truncate(join(folder, 'lab.yaml'), 50_000_000)),
    expected: 'lab.yaml:1:1: the file has 50000000 bytes; at most 1048576 are allowed',
  },
  {
    name: 'a lab.yaml that is not UTF-8',
    make: change(async (folder) => {
      const path = join(folder, 'lab.yaml');
      const bytes = await readFile(path);
      // The title in EUC-KR, as an old editor on Windows saves it.
      const korean = bytes.indexOf('작은');
      await writeFile(path, Buffer.concat([bytes.subarray(0, korean), Buffer.from([0xc0, 0xdb])]));
    }),
    expected:
      'lab.yaml:4:25: the byte 0xC0 (number 70 of the file) is not UTF-8; save the file as UTF-8',
  },
  {
    name: 'a lab.yaml that is a link to another folder',
    make: change((folder) => relink(folder, 'lab.yaml', join(valid, 'minimal/lab.yaml'))),
    expected: 'lab.yaml:1:1: the path `lab.yaml` leaves the folder of the lab',
  },
  {
    name: 'a lab.yaml that is a folder',
    make: change(async (folder) => {
      await rm(join(folder, 'lab.yaml'));
      await mkdir(join(folder, 'lab.yaml'));
    }),
    expected: 'lab.yaml:1:1: `lab.yaml` is not a regular file',
  },
  {
    name: 'too many words of YAML',
    make: change((folder) => writeFile(join(folder, 'lab.yaml'), '"'.repeat(1_000_000))),
    expected: 'lab.yaml:1:299999: more than 150000 words and signs of YAML',
  },
  {
    name: 'too many steps',
    make: change(async (folder) => {
      const path = join(folder, 'lab.yaml');
      const text = await readFile(path, 'utf8');
      const steps = Array.from({ length: 201 }, (_, i) => step.replace('ID', `s${i}`));
      await writeFile(path, `${text.slice(0, text.indexOf('steps:'))}steps:\n${steps.join('')}`);
    }),
    expected: 'lab.yaml:13:3: more than 200 are listed',
  },
  {
    name: 'a text that is a named pipe, without waiting for a writer',
    make: change(async (folder) => {
      await rm(join(folder, text));
      execFileSync('mkfifo', [join(folder, text)]);
    }),
    expected: `lab.yaml:15:17: \`${text}\` is not a regular file`,
  },
  {
    name: 'a text that a link takes out of the folder',
    make: change((folder) => relink(folder, text, '/etc/passwd')),
    expected: `lab.yaml:15:17: the path \`${text}\` leaves the folder of the lab`,
  },
  {
    name: 'a text in a folder that a link takes out of the lab',
    make: change((folder) => relink(folder, 'text', join(valid, 'minimal/text'))),
    expected: [
      `lab.yaml:15:17: the path \`${text}\` leaves the folder of the lab`,
      'lab.yaml:15:39: the path `text/first.ko.md` leaves the folder of the lab',
    ].join('\n'),
  },
  {
    name: 'a text that is a link to nothing',
    make: change((folder) => relink(folder, text, 'nowhere')),
    expected: `lab.yaml:15:17: the file \`${text}\` is not there, or may not be read`,
  },
  {
    name: 'a text that is too large',
    make: change((folder) => truncate(join(folder, text), 262_145)),
    expected: 'lab.yaml:15:17: the file has 262145 bytes; at most 262144 are allowed',
  },
  {
    name: 'a text that is not UTF-8',
    make: change((folder) =>
      writeFile(
        join(folder, text),
        Buffer.concat([Buffer.from('one\ntwo 가'), Buffer.from([0xff])]),
      ),
    ),
    expected: `${text}:2:6: the byte 0xFF (number 11 of the file) is not UTF-8; save the file as UTF-8`,
  },
];

function change(spoil: (folder: string) => Promise<void>): Hostile['make'] {
  return async (use) => {
    const folder = await mkdtemp(join(tmpdir(), 'labs-hostile-'));
    try {
      await cp(join(valid, 'minimal'), folder, { recursive: true });
      await spoil(folder);
      await use(folder);
    } finally {
      await rm(folder, { recursive: true });
    }
  };
}

async function relink(folder: string, path: string, target: string): Promise<void> {
  await rm(join(folder, path), { recursive: true });
  await symlink(target, join(folder, path));
}
