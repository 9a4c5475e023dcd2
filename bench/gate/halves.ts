import { createHash } from 'node:crypto';

/** Detectors are tuned on the first half of every list; the second is looked at only when all is done. */
export type Half = 'tuning' | 'held-out';

/** The entries of a list that belong to a half: by a hash of the entry, so that a new entry moves no other. */
export function halfOf<T>(list: readonly T[], half: Half): T[] {
  const own = list.filter((entry) => {
    const bit = createHash('sha256').update(JSON.stringify(entry)).digest()[0]! & 1;
    return (bit === 0) === (half === 'tuning');
  });
  return own.length > 0 ? own : [...list];
}
