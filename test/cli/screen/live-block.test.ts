import { EventEmitter } from 'node:events';
import { Terminal } from '@xterm/headless';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LiveBlock, type Output } from '../../../src/cli/screen/live-block.ts';

/** A block that writes to a terminal emulator. */
function open(columns: number, rows: number) {
  const terminal = new Terminal({ cols: columns, rows, allowProposedApi: true, convertEol: true });
  const out = Object.assign(new EventEmitter(), {
    columns,
    rows,
    write: (text: string) => {
      terminal.write(text);
      return true;
    },
  });
  const block = new LiveBlock(out as unknown as Output);
  const flush = () => new Promise<void>((done) => terminal.write('', done));
  return {
    block,
    resize: async (width: number, height: number) => {
      await flush();
      terminal.resize(width, height);
      Object.assign(out, { columns: width, rows: height });
      out.emit('resize');
    },
    /** All that stands there, without the empty rows at the end. */
    text: async () => {
      await flush();
      const { active } = terminal.buffer;
      const all = Array.from({ length: active.length }, (_, i) => active.getLine(i));
      return all
        .map((line) => line?.translateToString(true) ?? '')
        .join('\n')
        .trimEnd();
    },
  };
}

test('the block is drawn over itself, and printed lines stand above it', async () => {
  const { block, text } = open(40, 10);
  let lines = ['one', 'two', 'keys'];
  block.show(() => lines);
  lines = ['one', 'twice', 'more', 'keys'];
  block.refresh();
  block.print(['printed', 'twice']);
  lines = ['keys'];
  block.refresh();
  expect(await text()).toBe('printed\ntwice\nkeys');
});

test('while it is hidden others write; then it comes again with what is new', async () => {
  const { block, text } = open(40, 10);
  let lines = ['before'];
  block.show(() => lines);
  block.hide();
  block.print(['theirs']);
  lines = ['after'];
  block.refresh();
  expect(await text()).toBe('theirs');
  block.show();
  expect(await text()).toBe('theirs\nafter');
  block.close();
  expect(await text()).toBe('theirs');
});

test('a narrower terminal that wraps what stood there keeps one text and one block', async () => {
  const { block, resize, text } = open(100, 20);
  block.print(['$ a command']);
  block.printFitted((columns) => [`text for ${columns}`, 'x'.repeat(columns)]);
  block.show((columns) => ['='.repeat(columns), 'keys']);
  await resize(30, 20);
  expect(await text()).toBe(
    ['$ a command', 'text for 30', 'x'.repeat(30), '='.repeat(30), 'keys'].join('\n'),
  );
  await resize(90, 20);
  expect(await text()).toBe(
    ['$ a command', 'text for 90', 'x'.repeat(90), '='.repeat(90), 'keys'].join('\n'),
  );
});

test('a text that has scrolled out of sight is not printed again', async () => {
  const { block, resize, text } = open(60, 6);
  block.printFitted(() => ['1', '2', '3', '4', '5', '6', '7']);
  block.show((columns) => [`block ${columns}`]);
  await resize(30, 6);
  expect(await text()).toBe('1\n2\n3\n4\n5\n6\n7\nblock 30');
});

test('nothing is written when nothing has changed', async () => {
  const written: string[] = [];
  const out = Object.assign(new EventEmitter(), {
    columns: 40,
    rows: 10,
    write: (text: string) => written.push(text),
  });
  const block = new LiveBlock(out as unknown as Output);
  block.show(() => ['same']);
  const before = written.length;
  block.refresh();
  expect(written.length).toBe(before);
});

test('whatever is drawn in turn, what is seen is the last', async () => {
  const line = fc.string({ maxLength: 20, unit: fc.constantFrom('a', '가', ' ', '│') });
  const frames = fc.array(
    fc.array(
      line.map((text) => `|${text}|`),
      { minLength: 1, maxLength: 8 },
    ),
    {
      minLength: 2,
      maxLength: 6,
    },
  );
  await fc.assert(
    fc.asyncProperty(frames, async (all) => {
      const { block, text } = open(50, 10);
      let [lines = []] = all;
      block.show(() => lines);
      for (const next of all) {
        lines = next;
        block.refresh();
      }
      expect(await text()).toBe(lines.join('\n'));
    }),
    { numRuns: 60 },
  );
});
