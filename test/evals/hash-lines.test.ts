import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hashLines, readLineHash } from '../../evals/hash-lines.ts';

async function* stream(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

const someLines = fc.array(fc.oneof(fc.constant(''), fc.string({ unit: 'grapheme' })));

it('gives what sha256sum says of the lines that hold something, each ended by one LF, and their own numbers', async () => {
  await fc.assert(
    fc.asyncProperty(someLines, async (lines) => {
      const text = lines.filter((line) => line !== '').map((line) => `${line}\n`);
      const expected = {
        count: text.length,
        sha256: createHash('sha256').update(text.join('')).digest('hex'),
      };
      const hashed = hashLines(stream(lines));
      const seen: string[] = [];
      for await (const { text: own, line } of hashed) {
        expect(lines[line - 1]).toBe(own);
        seen.push(own);
      }
      expect(seen).toEqual(lines.filter((line) => line !== ''));
      expect([hashed.read(), hashed.read()]).toEqual([expected, expected]);
      expect(await readLineHash(stream(lines))).toEqual(expected);
    }),
  );
});
