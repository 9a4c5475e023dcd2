/**
 * A TrueType font whose glyphs are all of an even length. fontkit writes the offsets of a small subset in units of two
 * bytes, and so loses each glyph that begins at an odd one; a font with long offsets may hold such glyphs.
 * @source OpenType 1.9, tables `loca` (long format), `glyf` and the table directory
 */
export function padGlyphs(font: Uint8Array): Uint8Array {
  const source = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const [head, glyf, loca] = ['head', 'glyf', 'loca'].map((tag) => findTable(source, tag));
  const longOffsets = head !== undefined && source.getInt16(head.offset + 50) === 1;
  if (!longOffsets || glyf === undefined || loca === undefined) return font;
  const count = loca.length / 4;
  const starts = Array.from({ length: count }, (_, i) => source.getUint32(loca.offset + 4 * i));
  const padded = [0];
  for (let i = 1; i < count; i++) padded.push(padded[i - 1]! + even(starts[i]! - starts[i - 1]!));
  const glyphsAt = even(even(font.length) + 2);
  const offsetsAt = glyphsAt + padded.at(-1)!;
  const result = new Uint8Array(offsetsAt + loca.length);
  result.set(font);
  const target = new DataView(result.buffer);
  for (let i = 0; i < count; i++) {
    target.setUint32(offsetsAt + 4 * i, padded[i]!);
    if (i + 1 === count) break;
    result.set(font.subarray(glyf.offset + starts[i]!, glyf.offset + starts[i + 1]!), glyphsAt + padded[i]!);
  }
  // The old tables stay where they are, without an entry.
  target.setUint32(glyf.entry + 8, glyphsAt);
  target.setUint32(glyf.entry + 12, padded.at(-1)!);
  target.setUint32(loca.entry + 8, offsetsAt);
  return result;
}

interface Table {
  /** Of its entry in the directory. */
  entry: number;
  offset: number;
  length: number;
}

function findTable(font: DataView, tag: string): Table | undefined {
  const tables = font.getUint16(4);
  for (let i = 0; i < tables; i++) {
    const entry = 12 + 16 * i;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((k) => font.getUint8(entry + k)));
    if (name === tag) return { entry, offset: font.getUint32(entry + 8), length: font.getUint32(entry + 12) };
  }
  return undefined;
}

function even(length: number): number {
  return length + (length % 2);
}
