import type { FileValue } from '../../../facts/values.ts';
import type { Json } from '../../../json.ts';
import type { See } from '../look.ts';
import { findView } from './find-view.ts';

/** Bytes of a file that become a fact. */
const limit = 64 * 1024;
const deadline = 5000;

/** `file/container/NAME/PATH`: a FileValue; null if there is no such file or it does not run. */
export const seeFile: See = async (look, { place, subject }) => {
  const view = await findView(look, place);
  if (!view) return null;
  const path = subject.startsWith('/') ? subject : `/${subject}`;
  const file = await (await look.helper()).read(path, { ...view, deadline, limit });
  if (!file) return null;
  const { size, truncated } = file;
  return { content: file.content.toString('utf8'), size, truncated } satisfies FileValue as Json;
};
