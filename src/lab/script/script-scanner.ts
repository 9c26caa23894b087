import { type Placeholder, parsePlaceholder } from '../placeholder.ts';
import { type Heredoc, readDelimiter, readHeredoc } from './heredoc.ts';

/** How bash would read a word at a place: `double` is also a comment and a here-document. */
export type Quoting = 'bare' | 'double' | 'single' | 'ansi';

/** Why a reference cannot stand there; the words are `definition.script-<refusal>`. */
export type Refusal =
  | 'quoted-heredoc'
  | 'delimiter'
  | 'backticks'
  | 'parameter'
  | 'arithmetic'
  | 'escaped';

export interface Spot extends Placeholder {
  quoting: Quoting;
  refused: Refusal | undefined;
}

/** Words after which a command begins, as after a newline. */
const opening = new Set(['if', 'then', 'elif', 'else', 'while', 'until', 'do', 'time', '!', '{']);

/**
 * Walks a bash script as far as quoting needs it: quotes, substitutions, comments, here-documents
 * and `case`. Where bash would evaluate the value again (arithmetic) or where quoting differs
 * between versions (backticks, `${…}`), a placeholder is refused instead of guessed at.
 */
export class ScriptScanner {
  readonly spots: Spot[] = [];
  private at = 0;
  private limit: number;
  private refusal: Refusal | undefined;
  private pending: Heredoc[] = [];

  constructor(private readonly text: string) {
    this.limit = text.length;
  }

  scan(): void {
    while (this.at < this.limit) this.command(false);
  }

  /** Commands up to an unmatched `)` or the end; a `list` (array, extglob) holds words only. */
  private command(list: boolean): void {
    let cases = 0;
    let starts = true;
    while (this.at < this.limit) {
      const char = this.text[this.at];
      const before = this.text[this.at - 1] ?? '\n';
      if (char === ')') {
        this.at++;
        if (cases === 0) return;
        starts = true;
      } else if (/[a-z]/.test(char ?? '') && starts && !list) {
        const word = this.word();
        if (word === 'case') cases++;
        if (word === 'esac' && cases > 0) cases--;
        starts = opening.has(word);
      } else if (char === '#' && /[\s;&|()]/.test(before)) this.comment();
      else if (char === '\n') {
        this.newline();
        starts = true;
      } else {
        if (/[;&|{!]/.test(char ?? '')) starts = true;
        else if (!/\s/.test(char ?? '')) starts = false;
        this.piece(before);
      }
    }
  }

  /** One quoted, substituted or plain piece of a command. */
  private piece(before: string): void {
    if (this.placeholder('bare')) return;
    const char = this.text[this.at];
    if (char === '\\') this.escape();
    else if (char === "'") this.single('single', 1);
    else if (char === '"') this.double('"');
    else if (char === '`') this.backticks();
    else if (char === '$') this.dollar(false);
    else if (this.sees('<<<')) this.at += 3;
    else if (this.sees('<<')) this.heredoc();
    else if (this.sees('((')) this.arithmetic(2, '(', ')', '))');
    else {
      this.at++;
      if (char === '(') this.command(/[=@?*+!]/.test(before));
    }
  }

  private dollar(inDouble: boolean): void {
    if (this.sees('$((')) this.arithmetic(3, '(', ')', '))');
    else if (this.sees('$[')) this.arithmetic(2, '[', ']', ']');
    else if (this.sees('$(')) this.substitution();
    else if (this.sees('${')) this.parameter(inDouble);
    else if (this.sees("$'") && !inDouble) this.single('ansi', 2);
    else this.at++;
  }

  private substitution(): void {
    const outer = this.refusal;
    this.refusal = undefined;
    this.at += 2;
    this.command(false);
    this.refusal = outer;
  }

  private parameter(inDouble: boolean): void {
    this.within('parameter', 2, (char) => {
      if (char === "'" && !inDouble) this.single('single', 1);
      else if (char === '"') this.double('"');
      else if (char === '$') this.dollar(inDouble);
      else this.at++;
      return char === '}';
    });
  }

  private arithmetic(skip: number, open: string, close: string, end: string): void {
    let depth = 0;
    this.within('arithmetic', skip, (char) => {
      const ended = depth === 0 && this.sees(end);
      if (char === '$') this.dollar(true);
      else this.at += ended ? end.length : 1;
      if (char === open) depth++;
      if (char === close && depth > 0) depth--;
      return ended;
    });
  }

  private backticks(): void {
    this.within('backticks', 1, (char) => {
      this.at++;
      return char === '`';
    });
  }

  /** Runs `step` over the characters of a place where placeholders are refused, until it is done. */
  private within(refusal: Refusal, skip: number, step: (char: string) => boolean): void {
    const outer = this.refusal;
    this.refusal = refusal;
    this.at += skip;
    while (this.at < this.limit) {
      if (this.placeholder('bare')) continue;
      const char = this.text[this.at] ?? '';
      if (char === '\\') this.escape();
      else if (step(char)) break;
    }
    this.refusal = outer;
  }

  /** Up to the closing quote, or to the limit for the body of a here-document. */
  private double(close: '"' | undefined): void {
    if (close) this.at++;
    while (this.at < this.limit) {
      if (this.placeholder('double')) continue;
      const char = this.text[this.at];
      if (char === '\\') this.escape();
      else if (char === '`') this.backticks();
      else if (char === '$') this.dollar(true);
      else {
        this.at++;
        if (char === close) return;
      }
    }
  }

  private single(quoting: 'single' | 'ansi', skip: number): void {
    this.at += skip;
    while (this.at < this.limit) {
      if (this.placeholder(quoting)) continue;
      const char = this.text[this.at];
      if (quoting === 'ansi' && char === '\\') this.escape();
      else {
        this.at++;
        if (char === "'") return;
      }
    }
  }

  private comment(): void {
    while (this.at < this.limit && this.text[this.at] !== '\n') {
      if (!this.placeholder('double')) this.at++;
    }
  }

  private escape(): void {
    this.at++;
    const outer = this.refusal;
    this.refusal = 'escaped';
    if (!this.placeholder('bare')) this.at++;
    this.refusal = outer;
  }

  private heredoc(): void {
    const { heredoc, end } = readDelimiter(this.text, this.at);
    const outer = this.refusal;
    this.refusal = 'delimiter';
    while (this.at < end) if (!this.placeholder('bare')) this.at++;
    this.refusal = outer;
    this.pending.push(heredoc);
  }

  private newline(): void {
    this.at++;
    const outer = { refusal: this.refusal, limit: this.limit };
    for (const heredoc of this.pending.splice(0)) {
      const body = readHeredoc(this.text.slice(0, outer.limit), this.at, heredoc);
      this.limit = body.end;
      if (heredoc.quoted) this.refusal = 'quoted-heredoc';
      this.double(undefined);
      Object.assign(this, outer);
      this.at = body.next;
    }
  }

  private word(): string {
    const start = this.at;
    while (this.at < this.limit && /[\w-]/.test(this.text[this.at] ?? '')) this.at++;
    return this.text.slice(start, this.at);
  }

  private placeholder(quoting: Quoting): boolean {
    if (!this.sees('${{')) return false;
    const placeholder = parsePlaceholder(this.text, this.at);
    this.spots.push({ ...placeholder, quoting, refused: this.refusal });
    this.at = placeholder.end;
    return true;
  }

  private sees(text: string): boolean {
    return this.text.startsWith(text, this.at);
  }
}
