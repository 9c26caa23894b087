import stringWidth from 'string-width';

/** Lines for a terminal of so many columns and rows. */
export type Content = (columns: number, rows: number) => string[];

export type Output = Pick<NodeJS.WriteStream, 'write' | 'columns' | 'rows' | 'on' | 'off'>;

const cursor = { hide: '\u001b[?25l', show: '\u001b[?25h' };
/** Ends a line and whatever stood there; ends the screen below. */
const wipe = { line: '\u001b[K', below: '\u001b[J' };
/** A terminal that knows them shows what stands between at once; others pass them over. */
const frame = { begin: '\u001b[?2026h', end: '\u001b[?2026l' };

/**
 * The lines at the foot of the terminal that are drawn again and again, below what was printed for
 * good. While it is hidden, others may write; what changes meanwhile is seen when it is shown again.
 */
export class LiveBlock {
  #content: Content | undefined;
  #hidden = true;
  #drawn: string[] = [];
  #columns = 0;
  /** What was printed last, if nothing came after it: after a resize it is printed anew. */
  #above: { content: Content; lines: string[] } | undefined;

  constructor(private readonly out: Output) {
    out.on('resize', this.refresh);
  }

  /** Draws the block, now and whenever it is refreshed. */
  show(content: Content | undefined = this.#content): void {
    this.#content = content;
    this.#hidden = false;
    this.out.write(cursor.hide);
    this.refresh();
  }

  /** Takes the block away and gives the cursor back. */
  hide(): void {
    if (this.#hidden) return;
    this.#erase();
    this.#hidden = true;
    this.out.write(cursor.show);
  }

  /** Ends; the terminal is as it was, below what was printed. */
  close(): void {
    this.hide();
    this.out.off('resize', this.refresh);
  }

  /** Prints lines for good, above the block. */
  print(lines: readonly string[]): void {
    this.#printAbove(lines);
    this.#above = undefined;
    this.refresh();
  }

  /** Prints what can be printed anew for another width. */
  printFitted(content: Content): void {
    const lines = content(this.columns, this.rows);
    this.#printAbove(lines);
    this.#above = { content, lines };
    this.refresh();
  }

  /** Something else has written to the terminal: what stands above is not known any more. */
  forget(): void {
    this.#above = undefined;
  }

  get columns(): number {
    return this.out.columns || 80;
  }

  get rows(): number {
    return this.out.rows || 24;
  }

  /** Draws what has changed. */
  readonly refresh = (): void => {
    if (this.#hidden || !this.#content) return;
    // The cursor stands below the block: one row is its.
    const rows = this.rows - 1;
    const lines = this.#content(this.columns, rows).slice(-rows);
    if (this.#columns === this.columns && lines.join('\n') === this.#drawn.join('\n')) return;
    const body = lines.map((line) => `${line}${wipe.line}\n`).join('');
    this.out.write(`${frame.begin}${this.#back()}${body}${wipe.below}${frame.end}`);
    this.#drawn = lines;
    this.#columns = this.columns;
  };

  #printAbove(lines: readonly string[]): void {
    this.#erase();
    this.out.write(`${lines.join('\n')}\n`);
  }

  #erase(): void {
    if (this.#drawn.length > 0) this.out.write(`${this.#back()}${wipe.below}`);
    this.#drawn = [];
  }

  /**
   * Leads back to where the block begins. A terminal that got another width has wrapped anew what
   * stood there, so that it takes more rows than were drawn; then what was printed above goes too
   * and is printed to fit, if all of it is in sight.
   */
  #back(): string {
    if (this.#drawn.length === 0) return '';
    if (this.#columns === this.columns) return up(this.#drawn.length);
    const block = this.#height(this.#drawn);
    const above = this.#above ? this.#height(this.#above.lines) : 0;
    if (!this.#above || block + above >= this.rows) {
      return up(Math.min(block, this.rows - 1)) + wipe.below;
    }
    const { content } = this.#above;
    this.#above.lines = content(this.columns, this.rows);
    return `${up(block + above)}${wipe.below}${this.#above.lines.join('\n')}\n`;
  }

  #height(lines: readonly string[]): number {
    const rows = lines.map((line) => Math.ceil(stringWidth(line) / this.columns) || 1);
    return rows.reduce((sum, height) => sum + height, 0);
  }
}

const up = (rows: number) => (rows > 0 ? `\u001b[${rows}A\r` : '\r');
