import { isIP } from 'node:net';
import type { Json } from '../../../json.ts';
import { Unseen } from '../../unseen.ts';
import type { See } from '../look.ts';
import { findView } from './find-view.ts';
import { resolveName } from './resolve-name.ts';

/** How long a probe that does not say so listens, in milliseconds. */
export const usualListen = 2000;

/** A host name as resolvers take it: no option of a program, no blanks. */
export const namePattern = /^[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,252})$/;

/** `resolve/PLACE/NAME`: a ResolveValue; null if the container does not run. */
export const seeResolve: See = async (look, { place, subject }, { listen = usualListen }) => {
  if (!namePattern.test(subject) || isIP(subject) !== 0) {
    throw new Unseen('refused', `${subject} is no host name`);
  }
  const view = await findView(look, place);
  if (!view) return null;
  return (await resolveName(await look.helper(), view, subject, listen)) as unknown as Json;
};
