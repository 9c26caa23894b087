import { exitCodes, Failure } from '../failure.ts';

/** The text of a stranger's tar entry; refuses more than `limit` bytes before reading further. */
export async function readText(
  entry: AsyncIterable<unknown>,
  limit: number,
  bundle: string,
): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of entry as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new Failure('images.bundle-large', exitCodes.usage, { bundle, limit });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
