import { createHmac } from 'node:crypto';

/** Whole numbers below a bound, one after the other, that key and message decide. @source RFC 2104, HMAC with SHA-256 */
export function keyedDraw(key: Uint8Array, ...message: readonly string[]): (bound: number) => number {
  const text = JSON.stringify(message);
  let [block, at] = [0, 0];
  let bytes = digest(key, text, block);
  return (bound) => {
    if (at + 6 > bytes.length) {
      block += 1;
      at = 0;
      bytes = digest(key, text, block);
    }
    const value = bytes.readUIntBE(at, 6);
    at += 6;
    return value % bound;
  };
}

function digest(key: Uint8Array, text: string, block: number): Buffer {
  return createHmac('sha256', key).update(`${block} ${text}`, 'utf8').digest();
}
