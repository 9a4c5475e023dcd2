/**
 * One source of pairs as two streams that are read side by side. What one reader has not taken yet is held, so both must
 * be read at once: then only what lies between them is in memory.
 */
export function shareLines(source: AsyncIterable<readonly [string, string]>): {
  first: AsyncIterable<string>;
  second: AsyncIterable<string>;
} {
  const iterator = source[Symbol.asyncIterator]();
  const waiting: [string[], string[]] = [[], []];
  let done = false;
  const draw = async (): Promise<void> => {
    const next = await iterator.next();
    if (next.done === true) done = true;
    else {
      waiting[0].push(next.value[0]);
      waiting[1].push(next.value[1]);
    }
  };
  async function* read(side: 0 | 1): AsyncGenerator<string> {
    for (;;) {
      if (waiting[side].length === 0 && !done) await draw();
      const line = waiting[side].shift();
      if (line === undefined) return;
      yield line;
      // The other side takes its turn.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return { first: read(0), second: read(1) };
}
