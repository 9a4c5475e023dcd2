import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLines } from '../../../functions/adapters/decode-lines.ts';

async function linesOf(chunks: Iterable<Uint8Array>, limit?: number): Promise<string[]> {
  const lines: string[] = [];
  const stream = (async function* () {
    yield* chunks;
  })();
  for await (const line of decodeLines(stream, 'f.jsonl', limit)) lines.push(line);
  return lines;
}

const bytes = (text: string) => new TextEncoder().encode(text);

describe('decodeLines', () => {
  it('gives the same lines however the bytes are cut', async () => {
    const line = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\n\r\uFEFF]/gu, ''));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1 }), fc.array(fc.nat(20)), async (lines, cuts) => {
        const all = bytes(lines.map((each) => `${each}\n`).join(''));
        const chunks: Uint8Array[] = [];
        let at = 0;
        for (const cut of cuts) {
          chunks.push(all.subarray(at, at + cut));
          at += cut;
        }
        chunks.push(all.subarray(at));
        expect(await linesOf(chunks)).toEqual(lines);
      }),
    );
  });

  it('refuses a line over the limit without holding more than that of it', async () => {
    let given = 0;
    const endless = (function* () {
      for (;;) {
        given += 1024;
        yield new Uint8Array(1024).fill(97);
      }
    })();
    await expect(linesOf(endless, 1024 * 1024)).rejects.toThrow(/line 1: a line longer than 1 MiB/u);
    expect(given).toBeLessThanOrEqual(1024 * 1024 + 2048);
  });

  it.each([
    ['Latin-1', Uint8Array.from([0x7b, 0xe6, 0x7d, 0x0a]), /line 1: bytes that are no UTF-8/u],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x7b, 0x00, 0x0a, 0x00]), /line 1: UTF-16 text/u],
  ])('names the line of %s text', async (_, content, message) => {
    await expect(linesOf([content])).rejects.toThrow(message);
  });
});
