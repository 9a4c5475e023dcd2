import { InputError } from '../../datasets/errors.ts';

/** A line longer than this is refused, not read into memory. */
export const lineLimitBytes = 32 * 1024 * 1024;

const lineFeed = 0x0a;

/**
 * Cuts a stream of bytes into lines of UTF-8 text; a byte-order mark and CR before LF are dropped.
 * At most one line is held in memory.
 * @param name what to call the file in an error
 * @throws {InputError} naming the line that is too long or no UTF-8
 */
export async function* decodeLines(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  limit = lineLimitBytes,
): AsyncGenerator<string> {
  let line = 1;
  let pending: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      size += end - start;
      if (size > limit) throw tooLong(name, line, limit);
      pending.push(chunk.subarray(start, end));
      yield decodeLine(pending, name, line);
      pending = [];
      size = 0;
      line += 1;
      start = end + 1;
    }
    size += chunk.length - start;
    if (size > limit) throw tooLong(name, line, limit);
    if (start < chunk.length) pending.push(Uint8Array.from(chunk.subarray(start)));
  }
  if (size > 0) yield decodeLine(pending, name, line);
}

function decodeLine(parts: readonly Uint8Array[], file: string, line: number): string {
  const bytes = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
  if (line === 1) refuseUtf16(bytes, file);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: line !== 1 }).decode(bytes);
    return text.endsWith('\r') ? text.slice(0, -1) : text;
  } catch (cause) {
    throw new InputError(wrongEncoding(file, line, 'bytes that are no UTF-8'), { cause });
  }
}

function refuseUtf16(bytes: Uint8Array, file: string): void {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new InputError(wrongEncoding(file, 1, 'UTF-16 text'));
  }
}

function wrongEncoding(file: string, line: number, is: string) {
  return { file, line, is, expected: 'UTF-8 text', mend: 'Save the file as UTF-8 (in Excel: "CSV UTF-8").' };
}

function tooLong(file: string, line: number, limit: number): InputError {
  return new InputError({
    file,
    line,
    is: `a line longer than ${Math.round(limit / 1024 / 1024)} MiB`,
    expected: 'one record a line, each shorter than that',
    mend: 'Check that line ends are there; keep drawings and scans as files beside the case.',
  });
}
