import type { CheckKind } from '../check.ts';
import { given, text } from '../given.ts';
import { findRunning } from '../presence.ts';

interface With {
  container: string;
  image?: string;
}

/** The container runs (a paused one does not), from a certain image if one is named. */
export const containerRunning: CheckKind<With> = {
  uses: 'container.running',
  schema: given(['container'], {
    container: text("The container's name"),
    image: text('The image that it must have been made from'),
  }),
  probes: ({ container }) => [{ address: `container/${container}` }],
  judge({ container, image }, facts) {
    const found = findRunning(facts, container);
    if (found.finding) return found.finding;
    const { value } = found;
    const at = `container/${container}`;
    const values = { container };
    if (value.status === 'paused') {
      return {
        code: 'container-not-running',
        at: `${at}#status`,
        expected: 'running',
        actual: value.status,
        values,
      };
    }
    if (image === undefined || withTag(image) === withTag(value.image)) return undefined;
    const seen = { at: `${at}#image`, expected: image, actual: value.image };
    return { code: 'container-image', ...seen, values };
  },
};

/** Docker reads an image without a tag or digest as `:latest`. */
function withTag(image: string): string {
  const name = image.slice(image.lastIndexOf('/') + 1);
  return name.includes(':') || name.includes('@') ? image : `${image}:latest`;
}
