import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';

const chunkLength = 64 * 1024;

/** Writes a file piece by piece, counting and hashing what goes in. */
export class LineSink {
  readonly #path: string;
  readonly #file: FileHandle;
  readonly #hash = createHash('sha256');
  #pending = '';
  count = 0;

  private constructor(path: string, file: FileHandle) {
    this.#path = path;
    this.#file = file;
  }

  static async open(path: string): Promise<LineSink> {
    return new LineSink(path, await open(path, 'w'));
  }

  /** A line, ended by LF. */
  async line(text: string): Promise<void> {
    this.count += 1;
    await this.text(`${text}\n`);
  }

  async text(text: string): Promise<void> {
    this.#pending += text;
    if (this.#pending.length >= chunkLength) await this.#flush();
  }

  async bytes(bytes: Uint8Array): Promise<void> {
    await this.#write(bytes);
  }

  /** @returns the SHA-256 of the text */
  async close(): Promise<string> {
    await this.#flush();
    await this.#file.sync();
    await this.#file.close();
    return this.#hash.digest('hex');
  }

  async #flush(): Promise<void> {
    if (this.#pending === '') return;
    this.#hash.update(this.#pending);
    await this.#write(Buffer.from(this.#pending));
    this.#pending = '';
  }

  /** All of it: a disk that is nearly full takes a part, and refuses only the next. */
  async #write(bytes: Uint8Array): Promise<void> {
    try {
      await this.#file.writeFile(bytes);
    } catch (error) {
      await this.#file.close();
      // What is said of an open file does not name it.
      if (error instanceof Error && 'syscall' in error) Object.assign(error, { path: this.#path });
      throw error;
    }
  }
}
