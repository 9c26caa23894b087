import type { Cli } from '../../src/cli/command.ts';
import { run } from '../../src/cli/doctor.ts';
import { loadWords } from '../../src/i18n/words.ts';
import type { Json } from '../../src/json.ts';
import type { Language } from '../../src/lab/lab.ts';

/** Runs `labs doctor` in this process; what it prints, its document and its exit code. */
export async function runDoctor({
  env = process.env,
  language = 'en',
  columns = 80,
  wantsJson = false,
}: {
  env?: NodeJS.ProcessEnv;
  language?: Language;
  columns?: number;
  wantsJson?: boolean;
}) {
  const lines: string[] = [];
  let document: Json = null;
  const cli: Cli = {
    args: [],
    options: {},
    env,
    words: await loadWords(language),
    signal: new AbortController().signal,
    terminal: { columns, interactive: false, color: false },
    wantsJson,
    out: (line) => lines.push(...line.split('\n')),
    err: (line) => lines.push(line),
    json: (json) => {
      document = json;
    },
  };
  const exit = await run(cli);
  return { exit, lines, text: lines.join('\n'), document: document as Json };
}
