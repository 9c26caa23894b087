/** The most bytes of one answer: two outputs at their limit and what goes around them. */
const frameLimit = 9 * 1024 * 1024;

/**
 * One frame: a 32-bit big-endian length and that many bytes, which are fields; each again a 32-bit
 * length and its bytes. The far end is `script/loop.py`.
 */
export function encodeFrame(fields: readonly (string | Uint8Array)[]): Buffer {
  const parts = fields.flatMap((field) => {
    const bytes = Buffer.from(field as string);
    return [length(bytes.length), bytes];
  });
  const body = Buffer.concat(parts);
  return Buffer.concat([length(body.length), body]);
}

/** The fields of a frame's body; undefined if it is malformed. */
export function parseFields(body: Buffer): Buffer[] | undefined {
  const fields: Buffer[] = [];
  let at = 0;
  while (at < body.length) {
    if (at + 4 > body.length) return undefined;
    const end = at + 4 + body.readUInt32BE(at);
    if (end > body.length) return undefined;
    fields.push(body.subarray(at + 4, end));
    at = end;
  }
  return fields;
}

/** Cuts a stream of bytes into frames, wherever the chunks end. */
export class FrameReader {
  #chunks: Buffer[] = [];
  #size = 0;

  /** The frames that are complete with this chunk. Throws a RangeError when it is no such stream. */
  push(chunk: Buffer): Buffer[][] {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    const frames: Buffer[][] = [];
    for (let body = this.#next(); body; body = this.#next()) {
      const fields = parseFields(body);
      if (!fields) throw new RangeError('malformed frame');
      frames.push(fields);
    }
    return frames;
  }

  #next(): Buffer | undefined {
    if (this.#size < 4) return undefined;
    const head = this.#chunks[0];
    const bytes = head && head.length >= 4 ? head : this.#join();
    const size = bytes.readUInt32BE(0);
    if (size > frameLimit) throw new RangeError(`frame of ${size} bytes`);
    if (this.#size < size + 4) return undefined;
    const all = this.#join();
    const rest = all.subarray(size + 4);
    this.#chunks = rest.length > 0 ? [rest] : [];
    this.#size = rest.length;
    return all.subarray(4, size + 4);
  }

  #join(): Buffer {
    const all = this.#chunks.length === 1 ? this.#chunks[0] : Buffer.concat(this.#chunks);
    this.#chunks = all ? [all] : [];
    return all ?? Buffer.alloc(0);
  }
}

function length(size: number): Buffer {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeUInt32BE(size);
  return bytes;
}
