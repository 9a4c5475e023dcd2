/** An image's format by its own bytes, whatever it is called, and its size. */
export interface ImageFacts {
  format: 'png' | 'jpeg' | 'gif' | 'webp';
  widthPx: number;
  heightPx: number;
}

/** Null where the bytes are none of the four formats, or are cut before their size. */
export function readImage(bytes: Uint8Array): ImageFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (at: number, length: number) =>
    Buffer.from(bytes.subarray(at, at + length)).toString('latin1');
  try {
    if (text(0, 8) === '\x89PNG\r\n\x1a\n') return facts('png', view.getUint32(16), view.getUint32(20));
    if (/^GIF8[79]a/u.test(text(0, 6))) return facts('gif', view.getUint16(6, true), view.getUint16(8, true));
    if (text(0, 4) === 'RIFF' && text(8, 4) === 'WEBP') return readWebp(view, text(12, 4));
    if (view.getUint16(0) === 0xffd8) return readJpeg(view);
    return null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function readWebp(view: DataView, chunk: string): ImageFacts | null {
  if (chunk === 'VP8 ')
    return facts('webp', view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
  if (chunk === 'VP8L') {
    const bits = view.getUint32(21, true);
    return facts('webp', (bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
  }
  if (chunk !== 'VP8X') return null;
  const side = (at: number) => (view.getUint16(at, true) | (view.getUint8(at + 2) << 16)) + 1;
  return facts('webp', side(24), side(27));
}

/** Goes from marker to marker to the frame header, which holds the size. */
function readJpeg(view: DataView): ImageFacts | null {
  let at = 2;
  for (;;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) return facts('jpeg', view.getUint16(at + 7), view.getUint16(at + 5));
    at += 2 + view.getUint16(at + 2);
  }
}

function facts(format: ImageFacts['format'], widthPx: number, heightPx: number): ImageFacts {
  return { format, widthPx, heightPx };
}
