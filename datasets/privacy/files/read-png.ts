import { inflateWithin } from './inflate-within.ts';
import { looseText } from './loose-text.ts';
import type { ReadFile } from './part.ts';

/** What a packed text may unpack to. In bytes. */
const most = 4 * 2 ** 20;
/** Chunks of colours, sizes and the picture itself: no text stands in them. */
const silent = /^(?:IHDR|PLTE|IDAT|IEND|tRNS|cHRM|gAMA|sBIT|sRGB|bKGD|hIST|pHYs|tIME|acTL|fcTL|fdAT)$/u;
const isPacked = /^(?:zTXt|iTXt|iCCP)$/u;

/** All texts of a PNG, each chunk by itself, packed or not, and what stands behind its end. */
export function readPng(bytes: Uint8Array): ReadFile {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read: ReadFile = { parts: [], unreadable: [] };
  let at = 8;
  while (at + 12 <= data.length) {
    const name = data.toString('latin1', at + 4, at + 8);
    const body = data.subarray(at + 8, at + 8 + data.readUInt32BE(at));
    at += 12 + data.readUInt32BE(at);
    if (name === 'IEND') break;
    if (silent.test(name)) continue;
    const text = looseText(body);
    const unpacked = isPacked.test(name) ? unpackText(name, body) : '';
    if (unpacked === undefined) read.unreadable.push(`${name}: a text that cannot be unpacked`);
    if (name !== 'iCCP') read.parts.push({ field: name, text: `${text}\n${unpacked ?? ''}`, again: true });
  }
  const rest = data.subarray(Math.min(at, data.length));
  if (rest.some((byte) => byte !== 0)) {
    read.parts.push({ field: 'behind its end', text: looseText(rest), again: true });
    read.unreadable.push('bytes behind its end');
  }
  return read;
}

/** Empty where it is not packed; undefined where it does not unpack. */
function unpackText(name: string, body: Buffer): string | undefined {
  const key = body.indexOf(0);
  if (name === 'iTXt' && body[key + 1] !== 1) return '';
  const packed = name === 'iTXt' ? body.indexOf(0, body.indexOf(0, key + 3) + 1) + 1 : key + 2;
  try {
    // Two bytes of zlib stand before the deflated text.
    const text = inflateWithin(body.subarray(packed + 2), most);
    return text === undefined ? undefined : looseText(text);
  } catch {
    return undefined;
  }
}
