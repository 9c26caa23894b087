import { createLogUpdate } from 'log-update';
import stringWidth from 'string-width';

/** Lines for a terminal of so many columns and rows. */
export type Content = (columns: number, rows: number) => string[];

export type Output = Pick<NodeJS.WriteStream, 'write' | 'columns' | 'rows' | 'on' | 'off'>;

const cursor = { hide: '\u001b[?25l', show: '\u001b[?25h' };

/**
 * The lines at the foot of the terminal that are drawn again and again, below what was printed for
 * good. While it is hidden, others may write; what changes meanwhile is seen when it is shown again.
 */
export class LiveBlock {
  readonly #update: ReturnType<typeof createLogUpdate>;
  #content: Content | undefined;
  #hidden = true;
  #drawn: string[] = [];
  #columns = 0;
  /** What was printed last, if nothing came after it: after a resize it is printed anew. */
  #above: { content: Content; lines: string[] } | undefined;

  constructor(private readonly out: Output) {
    this.#update = createLogUpdate(out as NodeJS.WriteStream, { showCursor: true });
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
    if (this.#drawn.length > 0 && this.#columns !== this.columns) this.#eraseReflowed();
    this.#columns = this.columns;
    // The cursor stands below the block: one row is its.
    this.#drawn = this.#content(this.columns, this.rows - 1).slice(-(this.rows - 1));
    this.#update(this.#drawn.join('\n'));
  };

  #printAbove(lines: readonly string[]): void {
    if (!this.#hidden) this.#erase();
    this.out.write(`${lines.join('\n')}\n`);
  }

  #erase(): void {
    if (this.#columns === this.columns) this.#update.clear();
    else this.#eraseReflowed();
    this.#drawn = [];
  }

  /**
   * Terminals wrap what stands there anew when they get another width, so that it takes more rows
   * than were drawn. What was printed above goes too, and is printed to fit, if it is all in sight.
   */
  #eraseReflowed(): void {
    const block = this.#height(this.#drawn);
    const above = this.#above ? this.#height(this.#above.lines) : 0;
    const fits = block + above < this.rows;
    const up = Math.min(block + (fits ? above : 0), this.rows - 1);
    this.out.write(`${up > 0 ? `\u001b[${up}A` : ''}\r\u001b[J`);
    this.#update.done();
    if (!this.#above || !fits) return;
    this.#above.lines = this.#above.content(this.columns, this.rows);
    this.out.write(`${this.#above.lines.join('\n')}\n`);
  }

  #height(lines: readonly string[]): number {
    const rows = lines.map((line) => Math.ceil(stringWidth(line) / this.columns) || 1);
    return rows.reduce((sum, height) => sum + height, 0);
  }
}
