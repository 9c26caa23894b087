import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/** How much of each stream is kept, in bytes: a fact and a journal entry stay small. */
const kept = 64 * 1024;
/** How much a command may print before it is ended: a runaway must not fill the memory. */
const allowed = 8 * 1024 * 1024;

/** The start of a stream, up to a limit; passes everything on as it comes. */
export class OutputHead {
  #chunks: Buffer[] = [];
  #kept = 0;
  #seen = 0;
  truncated = false;

  constructor(stream: Readable, onRunaway: () => void, onText: (text: string) => void) {
    const decoder = new StringDecoder('utf8');
    stream.on('data', (chunk: Buffer | string) => {
      const bytes = Buffer.from(chunk);
      this.#keep(bytes);
      onText(decoder.write(bytes));
      this.#seen += bytes.length;
      if (this.#seen > allowed) onRunaway();
    });
  }

  text(): string {
    return Buffer.concat(this.#chunks).toString('utf8');
  }

  #keep(bytes: Buffer): void {
    const room = kept - this.#kept;
    if (bytes.length > room) this.truncated = true;
    if (room <= 0) return;
    this.#chunks.push(bytes.subarray(0, room));
    this.#kept += Math.min(room, bytes.length);
  }
}
