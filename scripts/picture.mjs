// Draws the README's picture: a real run on a real terminal, read cell by cell and written as SVG.
//   node scripts/picture.mjs > .github/start.svg     needs a Docker engine and a build
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';

const size = { cols: 84, rows: 29 };
const cell = { width: 8.4, height: 18 };
const palette = {
  1: '#e5534b',
  2: '#57ab5a',
  3: '#c69026',
  4: '#539bf5',
  6: '#39c5cf',
  8: '#768390',
};

const home = await mkdtemp(join(tmpdir(), 'labs-picture-'));
const env = { ...process.env, LABS_HOME: home, LANG: 'C.UTF-8', FORCE_COLOR: '1', NO_COLOR: '' };
delete env.NO_COLOR;
const screen = new xterm.Terminal({ ...size, allowProposedApi: true });
const shell = pty.spawn(process.execPath, ['dist/bin.js', 'start', 'docker-network'], {
  ...size,
  env,
});
shell.onData((data) => screen.write(data));
try {
  await until(() => text().includes('✗'));
  const command = text({ whole: true }).match(
    /docker run -d --name lab-web[\s\S]*?exec httpd -f"/,
  )?.[0];
  execFileSync('bash', [
    '-c',
    command.replace('index.html; exec httpd -f"', 'page.html; exec httpd -f"'),
  ]);
  await until(() => (text().match(/✓/g) ?? []).length >= 3 && text().includes('✗'));
  process.stdout.write(draw());
} finally {
  shell.write('q');
  await new Promise((done) => shell.onExit(done));
  execFileSync(process.execPath, ['dist/bin.js', 'clean', 'docker-network'], { env });
  await rm(home, { recursive: true, force: true });
}

function rows({ whole = false } = {}) {
  const { active } = screen.buffer;
  const from = whole ? 0 : active.viewportY;
  return Array.from({ length: active.length - from }, (_, i) => active.getLine(from + i));
}

function text(options) {
  return rows(options)
    .map((row) => row.translateToString(true))
    .join('\n');
}

async function until(condition) {
  const end = Date.now() + 30_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`the screen never came to it:\n${text()}`);
    await new Promise((next) => setTimeout(next, 50));
  }
}

function draw() {
  const width = size.cols * cell.width + 32;
  const lines = rows().slice(0, size.rows);
  const height = lines.length * cell.height + 32;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="labs start docker-network on a terminal">
<rect width="100%" height="100%" rx="8" fill="#22272e"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="#cdd9e5" xml:space="preserve">
${lines.map((row, y) => drawRow(row, 16 + (y + 0.75) * cell.height)).join('')}</g>
</svg>
`;
}

/** One text element for each run of cells of one style, at the place of its first cell. */
function drawRow(row, y) {
  const runs = [];
  for (let x = 0; x < size.cols; x++) {
    const at = row.getCell(x);
    if (!at || at.getWidth() === 0) continue;
    const fill = at.isFgPalette() ? palette[at.getFgColor() % 16] : undefined;
    const style = `${fill ? ` fill="${fill}"` : ''}${at.isBold() ? ' font-weight="bold"' : ''}${at.isDim() ? ' opacity="0.7"' : ''}`;
    const last = runs.at(-1);
    const chars = at.getChars() || ' ';
    if (last && last.style === style) last.text += chars;
    else runs.push({ x, style, text: chars });
  }
  return runs
    .filter((run) => run.text.trim() !== '')
    .map(
      (run) =>
        `<text x="${(16 + run.x * cell.width).toFixed(1)}" y="${y}"${run.style}>${toXml(run.text.trimEnd())}</text>\n`,
    )
    .join('');
}

function toXml(plain) {
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
