import { Unseen } from '../../unseen.ts';
import { encodeFrame, FrameReader } from './frame.ts';
import type { Answer } from './helper.ts';

/** Milliseconds that an answer may take beyond its request's deadline. */
const grace = 1000;
/** What the far end takes as one request, in bytes. */
const requestLimit = 200_000;

interface Waiting {
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/** Many requests at once over one stream, each with an id, a deadline and a way to end it. */
export class Channel {
  readonly ready: Promise<void>;
  #becomeReady: () => void = () => {};
  #refuse: (error: Error) => void = () => {};
  #lost: Error | undefined;
  #reader = new FrameReader();
  #waiting = new Map<string, Waiting>();
  #count = 0;

  constructor(private readonly write: (bytes: Buffer) => void) {
    this.ready = new Promise((resolve, reject) => {
      this.#becomeReady = resolve;
      this.#refuse = reject;
    });
    this.ready.catch(() => {});
  }

  get alive(): boolean {
    return this.#lost === undefined;
  }

  /** Asks; `fields` come after the id and before the deadline as the script has them. */
  async ask(
    what: string,
    process: { pid: number; started: string } | undefined,
    fields: readonly string[],
    {
      deadline,
      limit,
      signal,
    }: { deadline: number; limit: number; signal?: AbortSignal | undefined },
  ): Promise<Answer> {
    signal?.throwIfAborted();
    if (this.#lost) throw this.#lost;
    const id = String(++this.#count);
    const from = process ? [String(process.pid), process.started] : ['', ''];
    const numbers = [String(Math.ceil(deadline)), String(limit)];
    const frame = encodeFrame([what, id, ...from, ...numbers, ...fields]);
    if (frame.length > requestLimit) throw new Unseen('refused', 'the request is too long');
    const answer = new Promise<Answer>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
    });
    const end = (reason: unknown) => {
      this.#waiting.get(id)?.reject(reason);
      if (this.alive) this.write(encodeFrame(['cancel', id]));
    };
    const timer = setTimeout(() => end(new Unseen('deadline', `${deadline} ms`)), deadline + grace);
    const abort = () => end(signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    try {
      this.write(frame);
      return await answer;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      this.#waiting.delete(id);
    }
  }

  /** Takes what came from the far end. Throws when it does not speak like the script. */
  receive(chunk: Buffer): void {
    for (const [verdict, id, exit, flags, stdout, stderr] of this.#reader.push(chunk)) {
      if (String(verdict) === 'ready') this.#becomeReady();
      const waiting = this.#waiting.get(String(id));
      if (!waiting || !exit || !flags || !stdout || !stderr) continue;
      if (String(verdict) === 'answer') {
        waiting.resolve({
          exit: exit.length > 0 ? Number(exit) : null,
          stdout,
          stderr,
          truncated: flags.includes('t'),
          timedOut: flags.includes('d'),
        });
      } else if (String(verdict) === 'gone') {
        waiting.reject(new Unseen('engine', 'the process ended while it was looked at'));
      } else {
        waiting.reject(new Unseen('refused', String(stderr)));
      }
    }
  }

  /** The stream is gone: nothing that waits gets an answer any more, nor anything asked later. */
  lose(error: Error): void {
    this.#lost ??= error;
    this.#refuse(error);
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }
}
