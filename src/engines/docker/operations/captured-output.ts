/** Bytes of one stream that are kept. */
export const outputLimit = 64 * 1024;

export interface CapturedOutput {
  write(chunk: Buffer): void;
  /** What was kept, as text; a character cut in two by the limit is left out. */
  text(): string;
  truncated(): boolean;
}

/** Keeps the start of a stream, and passes all of it on as it comes. */
export function captureOutput(onText: (text: string) => void): CapturedOutput {
  const live = new TextDecoder();
  const kept: Buffer[] = [];
  let room = outputLimit;
  let cut = false;
  return {
    write(chunk) {
      onText(live.decode(chunk, { stream: true }));
      cut ||= chunk.length > room;
      kept.push(chunk.subarray(0, room));
      room -= Math.min(room, chunk.length);
    },
    text: () => new TextDecoder().decode(Buffer.concat(kept), { stream: cut }),
    truncated: () => cut,
  };
}
