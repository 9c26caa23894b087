import { connectDocker } from '../src/engines/docker/docker.ts';
import { Failure } from '../src/failure.ts';
import { loadWords } from '../src/i18n/words.ts';

const toolbox = 'labs-toolbox:1';

/** Integration tests fail, and say why, where there is no engine or no toolbox image. */
export async function setup(): Promise<void> {
  const engine = await connectDocker().catch(explain);
  try {
    if (await engine.find('image', toolbox)) return;
    throw new Error(
      `Integration tests need the image ${toolbox} on ${engine.endpoint}; scripts/test sets it up.`,
    );
  } finally {
    engine.close();
  }
}

async function explain(error: unknown): Promise<never> {
  if (!(error instanceof Failure)) throw error;
  const words = await loadWords('en');
  const what = words.say(`failure.${error.code}.what`, error.values);
  const next = words.say(`failure.${error.code}.next`, error.values);
  throw new Error(
    `Integration tests need a Docker engine; scripts/test starts one.\n${what}\n${next}`,
    { cause: error },
  );
}
