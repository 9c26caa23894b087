import { resolve } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { Terminal } from '@xterm/headless';
import { vi } from 'vitest';

export interface TerminalOptions {
  columns?: number;
  rows?: number;
  env?: Record<string, string>;
}

/** A program on a real pty, with a terminal emulator that holds what a person would see. */
export class TestTerminal implements AsyncDisposable {
  readonly #screen: Terminal;
  readonly #pty;
  /** Everything that the program wrote. */
  written = '';
  readonly exit: Promise<number>;
  #ended = false;

  constructor(program: string, args: string[], options: TerminalOptions = {}) {
    const { columns = 100, rows = 30, env = {} } = options;
    this.#screen = new Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 2000 });
    this.#pty = spawn(program, args, {
      name: 'xterm-256color',
      cols: columns,
      rows,
      cwd: resolve('.'),
      env: { ...process.env, LANG: 'C.UTF-8', SHELL: '/bin/sh', ...env },
    });
    this.#pty.onData((text) => {
      this.written += text;
      this.#screen.write(text);
    });
    // What the emulator answers (to queries for its size or colours) goes back, as from a real one.
    this.#screen.onData((text) => this.#pty.write(text));
    this.exit = new Promise((done) => {
      this.#pty.onExit(({ exitCode, signal }) => {
        this.#ended = true;
        done(signal ? 128 + signal : exitCode);
      });
    });
  }

  get pid(): number {
    return this.#pty.pid;
  }

  type(text: string): void {
    this.#pty.write(text);
  }

  resize(columns: number, rows: number): void {
    this.#screen.resize(columns, rows);
    this.#pty.resize(columns, rows);
  }

  kill(signal: string): void {
    this.#pty.kill(signal);
  }

  /** The rows in sight, or with all that has scrolled out of it. */
  lines(all = false): string[] {
    const { active } = this.#screen.buffer;
    const first = all ? 0 : active.baseY;
    const rows = Array.from({ length: active.length - first }, (_, i) =>
      active.getLine(first + i)?.translateToString(true),
    );
    return rows.map((row) => row ?? '');
  }

  /** The lines that were too long, so that the terminal went on with them on the next row. */
  broken(): string[] {
    const { active } = this.#screen.buffer;
    const lines = this.lines(true);
    return lines.filter((_, i) => active.getLine(i + 1)?.isWrapped === true);
  }

  text(all = false): string {
    return this.lines(all).join('\n');
  }

  /** Waits until the text in sight is such; fails with the screen as it is. */
  async sees(wanted: string | RegExp, timeout = 10_000): Promise<void> {
    await this.until(() => has(this.text(), wanted), `to see ${wanted}`, timeout);
  }

  async seesNot(unwanted: string | RegExp, timeout = 10_000): Promise<void> {
    await this.until(() => !has(this.text(), unwanted), `not to see ${unwanted}`, timeout);
  }

  async until(holds: () => boolean, what: string, timeout = 10_000): Promise<void> {
    await vi.waitFor(
      () => {
        if (!holds()) throw new Error(`waited ${what}; the screen:\n${this.text(true)}`);
      },
      { timeout, interval: 5 },
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#ended) this.#pty.kill('SIGKILL');
    await this.exit;
    this.#screen.dispose();
  }
}

function has(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
}
