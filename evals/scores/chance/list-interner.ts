/**
 * Numbers distinct lists of whole numbers from 0, in the order they come. The lists stand behind each other
 * in one array, so that a million of them cost little more than their items.
 */
export class ListInterner {
  /** How many distinct lists there are. */
  size = 0;
  /** List `id` is `items[starts[id] … starts[id + 1]]`. Both arrays are replaced as they grow. */
  items = new Int32Array(64);
  starts = new Int32Array(16);
  /** Open addressing: ids by hash, −1 where free. */
  #slots = new Int32Array(32).fill(-1);

  /** The number of the list of the first `length` items; the order of items counts. */
  intern(list: ArrayLike<number>, length: number = list.length): number {
    const mask = this.#slots.length - 1;
    let slot = hashOf(list, length) & mask;
    for (;;) {
      const id = this.#slots[slot]!;
      if (id < 0) break;
      if (this.#isSame(id, list, length)) return id;
      slot = (slot + 1) & mask;
    }
    const id = this.#append(list, length);
    this.#slots[slot] = id;
    if (2 * this.size > this.#slots.length) this.#rehash();
    return id;
  }

  /** A list's items: a view, of no use after the next `intern`. */
  at(id: number): Int32Array {
    return this.items.subarray(this.starts[id]!, this.starts[id + 1]!);
  }

  lengthOf(id: number): number {
    return this.starts[id + 1]! - this.starts[id]!;
  }

  #isSame(id: number, list: ArrayLike<number>, length: number): boolean {
    const start = this.starts[id]!;
    if (this.starts[id + 1]! - start !== length) return false;
    for (let at = 0; at < length; at += 1) if (this.items[start + at] !== list[at]) return false;
    return true;
  }

  #append(list: ArrayLike<number>, length: number): number {
    const id = this.size;
    const start = this.starts[id]!;
    if (start + length > this.items.length) this.items = grown(this.items, start + length);
    if (id + 2 > this.starts.length) this.starts = grown(this.starts, id + 2);
    for (let at = 0; at < length; at += 1) this.items[start + at] = list[at]!;
    this.starts[id + 1] = start + length;
    this.size += 1;
    return id;
  }

  #rehash(): void {
    const length = 2 * this.#slots.length;
    this.#slots = new Int32Array(length).fill(-1);
    for (let id = 0; id < this.size; id += 1) {
      const list = this.at(id);
      let slot = hashOf(list, list.length) & (length - 1);
      while (this.#slots[slot]! >= 0) slot = (slot + 1) & (length - 1);
      this.#slots[slot] = id;
    }
  }
}

/** @source Appleby, A., MurmurHash3 (public domain): its mixing of 32-bit words. */
function hashOf(list: ArrayLike<number>, length: number): number {
  let hash = length;
  for (let at = 0; at < length; at += 1) {
    let word = Math.imul(list[at]!, 0xcc9e2d51);
    word = (word << 15) | (word >>> 17);
    hash ^= Math.imul(word, 0x1b873593);
    hash = (hash << 13) | (hash >>> 19);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

function grown(array: Int32Array<ArrayBuffer>, needed: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(needed, 2 * array.length));
  larger.set(array);
  return larger;
}
