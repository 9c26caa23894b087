import { StringDecoder } from 'node:string_decoder';

/** A key: its letter, or `enter`, `escape`, `ctrl-c`, `ctrl-d`, `paste` with the text that was pasted. */
export interface Key {
  name: string;
  text?: string;
}

/** The terminal's own input, as far as it is used here. */
export type KeyInput = Pick<
  NodeJS.ReadStream,
  'setRawMode' | 'on' | 'off' | 'pause' | 'resume' | 'isRaw'
>;

/** Letters of the Korean keyboard by the Latin ones on the same keys: nobody has to switch for a key. */
const korean: Readonly<Record<string, string>> = {
  ㅁ: 'a',
  ㅊ: 'c',
  ㅗ: 'h',
  ㅣ: 'l',
  ㅜ: 'n',
  ㅂ: 'q',
  ㄱ: 'r',
  ㄴ: 's',
  ㅅ: 't',
  ㅛ: 'y',
};

const controls: Readonly<Record<string, string>> = {
  '\u0003': 'ctrl-c',
  '\u0004': 'ctrl-d',
  '\r': 'enter',
  '\n': 'enter',
  '\u001b': 'escape',
};

/** What came from the terminal at once, as keys. Arrows and the like are none; a text is a paste. */
export function parseKeys(chunk: string): Key[] {
  if (chunk.length > 1 && chunk.startsWith('\u001b')) return [];
  const characters = [...chunk];
  const isPaste =
    characters.length > 3 && !/\p{Cc}/u.test(chunk.trimEnd().replaceAll(/[\r\n\t]/g, ''));
  if (isPaste && /\S/.test(chunk)) return [{ name: 'paste', text: chunk }];
  return characters.map((character) => ({
    name: controls[character] ?? korean[character] ?? character.toLowerCase(),
  }));
}

/** Keys of the terminal, one at a time; while it is released, others have the terminal's input. */
export class Keyboard {
  readonly #decoder = new StringDecoder('utf8');
  #keys: Key[] = [];
  #wake: () => void = () => undefined;
  #held = false;

  constructor(private readonly input: KeyInput) {}

  /** Takes the input: what is typed is not echoed, and arrives here key by key. */
  hold(): void {
    if (this.#held) return;
    this.#held = true;
    this.#keys = [];
    this.input.setRawMode(true);
    this.input.on('data', this.#onData);
    // The terminal has gone away.
    this.input.on('end', this.#onEnd);
    this.input.on('error', this.#onEnd);
    this.input.resume();
  }

  /** Gives the input back as it was found. */
  release(): void {
    if (!this.#held) return;
    this.#held = false;
    this.input.off('data', this.#onData);
    this.input.off('end', this.#onEnd);
    this.input.off('error', this.#onEnd);
    this.input.pause();
    this.input.setRawMode(false);
  }

  /** The next key; rejects when `signal` is aborted. */
  async next(signal: AbortSignal): Promise<Key> {
    for (;;) {
      signal.throwIfAborted();
      const key = this.#keys.shift();
      if (key) return key;
      await this.#change(signal);
    }
  }

  #change(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.#wake = done;
      signal.addEventListener('abort', done);
    });
  }

  readonly #onData = (chunk: Buffer | string): void => {
    this.#keys.push(...parseKeys(typeof chunk === 'string' ? chunk : this.#decoder.write(chunk)));
    this.#wake();
  };

  readonly #onEnd = (): void => {
    this.#keys.push({ name: 'ctrl-c' });
    this.#wake();
  };
}
