import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bindScript } from '../../src/lab/bind-script.ts';
import { environment } from '../../src/lab/environment.ts';
import type { Scope } from '../../src/lab/scope.ts';

const run = promisify(execFile);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'labs-bind-'));
});
afterAll(() => rm(folder, { recursive: true }));

function scopeWith(web: string): Scope {
  return {
    names: { web, 'web-b': 'lab-b' },
    vars: {},
    images: {},
    attempt: { id: 'a1' },
    learner: { id: 'l1' },
  };
}

async function bash(script: string, web: string): Promise<string> {
  const env = { ...environment(scopeWith(web)), PATH: process.env.PATH };
  const { stdout } = await run('bash', ['-c', bindScript(script)], { env, cwd: folder });
  return stdout;
}

describe('bindScript', () => {
  it.each([
    ['docker run --name ${{ names.web }} x', 'docker run --name "${LABS_NAMES_WEB}" x'],
    ['echo "a ${{ names.web }} b"', 'echo "a ${LABS_NAMES_WEB} b"'],
    ["echo 'a ${{ names.web }} b'", `echo 'a '"\${LABS_NAMES_WEB}"' b'`],
    ["echo $'a\\'${{ names.web }}'", `echo $'a\\''"\${LABS_NAMES_WEB}"$''`],
    ['echo "$(ip ${{ names.web }})"', 'echo "$(ip "${LABS_NAMES_WEB}")"'],
    ['echo "$(echo "${{ names.web }}")"', 'echo "$(echo "${LABS_NAMES_WEB}")"'],
    ["true # don't ${{ names.web }}\n'x'", "true # don't ${LABS_NAMES_WEB}\n'x'"],
    ['a#"${{ names.web }}"', 'a#"${LABS_NAMES_WEB}"'],
    ['cat <<EOF\n"\'${{ names.web }}\nEOF\n', 'cat <<EOF\n"\'${LABS_NAMES_WEB}\nEOF\n'],
    [
      "cat <<-A <<'B'\n${{ names.web }}\n\tA\n'\nB\n'${{ names.web }}'",
      "cat <<-A <<'B'\n${LABS_NAMES_WEB}\n\tA\n'\nB\n''\"${LABS_NAMES_WEB}\"''",
    ],
    ['cat <<<${{ names.web }}', 'cat <<<"${LABS_NAMES_WEB}"'],
    [
      '"$(case a in a) echo "${{ names.web }}";; esac)${{ names.web }}"',
      '"$(case a in a) echo "${LABS_NAMES_WEB}";; esac)${LABS_NAMES_WEB}"',
    ],
    ['a=(case ")" ${{ names.web }}); b', 'a=(case ")" "${LABS_NAMES_WEB}"); b'],
    ['echo ${{ names.web-b }}${{attempt.id}}', 'echo "${LABS_NAMES_WEB_B}""${LABS_ATTEMPT_ID}"'],
    ['echo $((1 + (2))) ${{ names.web }}', 'echo $((1 + (2))) "${LABS_NAMES_WEB}"'],
    ['echo ${X:-}} ${{ names.web }}', 'echo ${X:-}} "${LABS_NAMES_WEB}"'],
    ['echo \\" ${{ names.web }} \\"', 'echo \\" "${LABS_NAMES_WEB}" \\"'],
    ['echo "${X:-$(echo ${{ names.web }})}"', 'echo "${X:-$(echo "${LABS_NAMES_WEB}")}"'],
  ])('binds %j', (script, bound) => {
    expect(bindScript(script)).toBe(bound);
  });

  it.each([
    ["cat <<'EOF'\n${{ names.web }}\nEOF", 'quoted-heredoc'],
    ['cat <<${{ names.web }}\n', 'delimiter'],
    ['echo `echo ${{ names.web }}`', 'backticks'],
    ['echo ${X:-${{ names.web }}}', 'parameter'],
    ['echo $((1 + ${{ names.web }}))', 'arithmetic'],
    ['((x = ${{ names.web }}))', 'arithmetic'],
    ['echo "\\${{ names.web }}"', 'escaped'],
  ])('refuses %j', (script, refusal) => {
    expect(() => bindScript(script)).toThrow(refusal);
  });

  it('gives bash the very value, whatever it holds and however it is nested', async () => {
    const value = fc
      .string({
        unit: fc.constantFrom(...`ab '"$\`\\(){}*?~;&|<>#!%-\n`, '$(touch hit)'),
        minLength: 1,
      })
      .filter((text) => !text.endsWith('\n'));
    await fc.assert(
      fc.asyncProperty(nesting, value, async (context, web) => {
        const printed = await bash(`printf '%s' ${context.script}`, web);
        expect(printed).toBe(context.output(web));
        expect(existsSync(join(folder, 'hit'))).toBe(false);
      }),
      { numRuns: 60 },
    );
  }, 90_000);
});

/** A bash word, and what it expands to. `bare` words may stand alone; the others inside double quotes. */
interface Word {
  script: string;
  output(web: string): string;
}

const { nesting } = fc.letrec<{ nesting: Word; inner: Word }>((tie) => ({
  nesting: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<Word>(
      { script: '${{ names.web }}', output: (web) => web },
      { script: "'\"${{ names.web }}\\'", output: (web) => `"${web}\\` },
      { script: "$'\\'${{ names.web }}\\t'", output: (web) => `'${web}\t` },
      { script: 'pre${{ names.web }}\\"post', output: (web) => `pre${web}"post` },
    ),
    tie('inner').map(({ script, output }) => ({ script: `"${script}"`, output })),
    fc.tuple(tie('nesting'), tie('nesting')).map(([a, b]) => ({
      script: a.script + b.script,
      output: (web: string) => a.output(web) + b.output(web),
    })),
  ),
  inner: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<Word>(
      { script: "'${{ names.web }}'", output: (web) => `'${web}'` },
      { script: '\\$(${{ names.web }}#', output: (web) => `$(${web}#` },
    ),
    tie('nesting').map(({ script, output }) => ({
      script: `$(printf '%s.' ${script} # it's "\n)`,
      output: (web: string) => `${output(web)}.`,
    })),
    tie('nesting').map(({ script, output }) => ({
      script: `$( (case x in (y) ;; x) printf '%s.' ${script};; esac) )`,
      output: (web: string) => `${output(web)}.`,
    })),
    tie('inner').map(({ script, output }) => ({
      script: `$(cat <<END\n[${script.includes('\n') ? 'x' : script}]"\nEND\n)`,
      output: (web: string) => (script.includes('\n') ? '[x]"' : `[${output(web)}]"`),
    })),
    fc.tuple(tie('inner'), tie('inner')).map(([a, b]) => ({
      script: a.script + b.script,
      output: (web: string) => a.output(web) + b.output(web),
    })),
  ),
}));
