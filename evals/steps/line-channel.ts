/** Lines handed from one loop to a writer that pulls them, so that several blobs can be written in one pass. */
export class LineChannel implements AsyncIterable<string> {
  #pending: string[] = [];
  #length = 0;
  #ended = false;
  #failure: { cause: unknown } | undefined;
  /** Why nothing is written any more. */
  #abandoned: { cause: unknown } | undefined;
  #wake: (() => void) | undefined;
  #drained: (() => void) | undefined;

  /**
   * Resolves at once, or when the writer has caught up.
   * @throws what the writer failed with, once it has
   */
  async push(line: string): Promise<void> {
    if (this.#abandoned !== undefined) throw this.#abandoned.cause;
    this.#pending.push(line);
    this.#length += line.length;
    if (this.#length < highWater || this.#ended) return;
    this.#wake?.();
    await new Promise<void>((resolve) => {
      this.#drained = resolve;
    });
  }

  /** The writer has failed: what is pending goes nowhere, and the next line is refused. */
  abandon(cause: unknown): void {
    this.#abandoned = { cause };
    this.#pending = [];
    this.#length = 0;
    this.close();
  }

  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  /** Makes the writer fail, so that it does not take what there is for all. */
  fail(cause: unknown): void {
    this.#failure = { cause };
    this.end();
  }

  /** The writer has stopped pulling: nobody waits for it any more. */
  close(): void {
    this.#ended = true;
    this.#drained?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    try {
      for (;;) {
        if (this.#failure !== undefined) throw this.#failure.cause;
        if (this.#length > 0) {
          const chunk = this.#pending.join('');
          this.#pending = [];
          this.#length = 0;
          this.#drained?.();
          yield chunk;
        } else if (this.#ended) return;
        else {
          await new Promise<void>((resolve) => {
            this.#wake = resolve;
          });
        }
      }
    } finally {
      this.close();
    }
  }
}

/** Characters that wait for the writer before the loop waits too. */
const highWater = 1 << 18;
