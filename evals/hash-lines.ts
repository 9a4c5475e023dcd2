import { createHash } from 'node:crypto';

export interface NumberedLine {
  text: string;
  /** From 1, empty ones counted. */
  line: number;
}

/** The lines of a file that hold something; what has been read of them is counted and hashed on the way. */
export interface HashedLines extends AsyncIterable<NumberedLine> {
  /** Of the lines read so far, each ended by one LF: after the last one, what the card says of the file. */
  read(): { count: number; sha256: string };
}

/** Empty lines count for nothing. A line at a time is held. */
export function hashLines(lines: AsyncIterable<string>): HashedLines {
  const hash = createHash('sha256');
  let count = 0;
  return {
    async *[Symbol.asyncIterator]() {
      let line = 0;
      for await (const text of lines) {
        line += 1;
        if (text === '') continue;
        hash.update(text).update('\n');
        count += 1;
        yield { text, line };
      }
    },
    read: () => ({ count, sha256: hash.copy().digest('hex') }),
  };
}

/** Reads a file's lines to their end for what the card says of them. */
export async function readLineHash(lines: AsyncIterable<string>): Promise<{ count: number; sha256: string }> {
  const hashed = hashLines(lines);
  for await (const _ of hashed);
  return hashed.read();
}
