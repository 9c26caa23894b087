import type { NamespacesValue } from '../../../facts/values.ts';
import type { Json } from '../../../json.ts';
import type { See } from '../look.ts';
import { findProcess, shortDeadline } from './find-process.ts';

/** `namespaces/NAME`, `namespaces/@engine-host`: a NamespacesValue. What is closed to the helper is ''. */
export const seeNamespaces: See = async (look, { subject }) => {
  const process = subject === '@engine-host' ? 'engine-host' : await findProcess(look, subject);
  if (process === null) return null;
  const found = await (await look.helper()).namespaces(process, shortDeadline);
  const inode = (kind: keyof NamespacesValue) => found[kind] ?? '';
  const value: NamespacesValue = {
    net: inode('net'),
    pid: inode('pid'),
    ipc: inode('ipc'),
    mnt: inode('mnt'),
    uts: inode('uts'),
    user: inode('user'),
  };
  return value as Record<string, Json>;
};
