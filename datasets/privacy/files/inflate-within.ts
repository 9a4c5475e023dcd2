import { Inflate } from 'fflate';

const chunk = 16 * 1024;

/** What is unpacked, counted as it comes. Undefined: more than `limit` bytes. @throws where it is not deflated */
export function inflateWithin(packed: Uint8Array, limit: number): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((part) => {
    size += part.length;
    if (size <= limit) parts.push(part);
  });
  for (let at = 0; at < packed.length && size <= limit; at += chunk) {
    stream.push(packed.subarray(at, at + chunk), at + chunk >= packed.length);
  }
  return size > limit ? undefined : Buffer.concat(parts);
}
