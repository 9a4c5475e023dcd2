import { InputError } from '../errors.ts';

export const encodings = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof encodings)[number];

/**
 * First bytes of UTF-8 for what Danish text holds beside ASCII: `°§½`, `æøåé`, `–”€`. Other pairs that are UTF-8 occur in
 * Windows-1252 as well: `Å”` at the end of a quotation.
 */
const telling = new Set([0xc2, 0xc3, 0xe2]);

/**
 * Finds out how a text file is written, a chunk at a time. UTF-8 and Windows-1252 cannot be taken for each other where
 * letters like æ, ø and å occur; a file with both is refused, since one half of it would be read wrongly.
 */
export class EncodingDetector {
  readonly #file: string;
  #line = 1;
  /** The bytes that have yet to follow of a UTF-8 letter, and the next one's bounds. */
  #pending = 0;
  #low = 0x80;
  #high = 0xbf;
  #firstBytes: number[] = [];
  #utf8Line: number | undefined;
  #foreignLine: number | undefined;
  #nulLine: number | undefined;
  #letters = 0;
  #lead = 0;
  #size = 0;

  constructor(file: string) {
    this.#file = file;
  }

  add(chunk: Uint8Array): void {
    if (this.#firstBytes.length < 3) this.#firstBytes.push(...chunk.subarray(0, 3 - this.#firstBytes.length));
    this.#size += chunk.length;
    for (const byte of chunk) this.#addByte(byte);
  }

  /**
   * @param declared what the mapping says
   * @throws {InputError} an empty file, NUL bytes, both encodings in one file, or another one than declared
   */
  finish(declared?: Encoding): Encoding {
    if (this.#size === 0) throw this.#error({ is: 'an empty file', expected: 'a header and rows' });
    const [first, second] = this.#firstBytes;
    if (first === 0xff && second === 0xfe) return 'utf-16le';
    if (first === 0xfe && second === 0xff) return 'utf-16be';
    if (declared === 'utf-16le' || declared === 'utf-16be') return declared;
    if (this.#pending > 0) this.#foreignLine ??= this.#line;
    if (this.#nulLine !== undefined) {
      const mend =
        'Save the file anew as "CSV UTF-8"; if it is UTF-16 without a mark, set `encoding: utf-16le` in the mapping.';
      throw this.#error({ line: this.#nulLine, is: 'a NUL byte', expected: 'text', mend });
    }
    if (declared === 'windows-1252') return declared;
    if (this.#foreignLine === undefined) return 'utf-8';
    const mend = 'Save the file anew as "CSV UTF-8", or set `encoding` in the mapping.';
    if (declared === 'utf-8') {
      throw this.#error({
        line: this.#foreignLine,
        is: 'bytes that are no UTF-8',
        expected: 'UTF-8, as the mapping says',
        mend,
      });
    }
    if (this.#utf8Line !== undefined) {
      const is = `Windows-1252 letters, and UTF-8 letters on line ${this.#utf8Line}`;
      throw this.#error({ line: this.#foreignLine, is, expected: 'one encoding in the whole file', mend });
    }
    return 'windows-1252';
  }

  #addByte(byte: number): void {
    if (this.#pending > 0) {
      if (byte >= this.#low && byte <= this.#high) {
        this.#pending -= 1;
        [this.#low, this.#high] = [0x80, 0xbf];
        if (this.#pending === 0) this.#endLetter();
        return;
      }
      this.#pending = 0;
      this.#foreignLine ??= this.#line;
    }
    if (byte === 0x0a) this.#line += 1;
    else if (byte === 0) this.#nulLine ??= this.#line;
    else if (byte >= 0x80) this.#startLetter(byte);
  }

  /** @source The Unicode Standard, table 3-7: well-formed UTF-8 */
  #startLetter(byte: number): void {
    [this.#low, this.#high] = [0x80, 0xbf];
    this.#lead = byte;
    if (byte >= 0xc2 && byte <= 0xdf) this.#pending = 1;
    else if (byte >= 0xe0 && byte <= 0xef) this.#pending = 2;
    else if (byte >= 0xf0 && byte <= 0xf4) this.#pending = 3;
    else this.#foreignLine ??= this.#line;
    if (byte === 0xe0) this.#low = 0xa0;
    if (byte === 0xed) this.#high = 0x9f;
    if (byte === 0xf0) this.#low = 0x90;
    if (byte === 0xf4) this.#high = 0x8f;
  }

  /** The byte-order mark says nothing of the letters behind it. */
  #endLetter(): void {
    this.#letters += 1;
    if (this.#letters === 1 && this.#firstBytes[0] === 0xef) return;
    if (telling.has(this.#lead)) this.#utf8Line ??= this.#line;
  }

  #error(problem: { line?: number; is: string; expected: string; mend?: string }): InputError {
    return new InputError({ file: this.#file, ...problem });
  }
}
