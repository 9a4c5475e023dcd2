/**
 * Brings each case together with the one it comes from (its original), whichever is added first, and holds
 * a case no longer than some partner of it may still come.
 */
export class RelatedPairs<T> {
  readonly #originals = new Map<string, string>();
  readonly #copies = new Map<string, string[]>();
  readonly #held = new Map<string, { value: T; awaited: number }>();

  /** @param relations case id and id of its original */
  constructor(relations: Iterable<readonly [caseId: string, original: string]>) {
    for (const [caseId, original] of relations) {
      this.#originals.set(caseId, original);
      const copies = this.#copies.get(original);
      if (copies === undefined) this.#copies.set(original, [caseId]);
      else copies.push(caseId);
    }
  }

  /** How many cases are held. */
  get held(): number {
    return this.#held.size;
  }

  /**
   * Takes in a case, each once.
   * @param read gives what is to be held of it; not called for a case without relation
   * @returns the pairs that are complete by it
   */
  add(caseId: string, read: () => T): { copy: T; original: T }[] {
    const original = this.#originals.get(caseId);
    const copies = this.#copies.get(caseId) ?? [];
    let awaited = copies.length + Number(original !== undefined);
    if (awaited === 0) return [];
    const value = read();
    const pairs: { copy: T; original: T }[] = [];
    if (original !== undefined) {
      const partner = this.#take(original);
      if (partner !== undefined) pairs.push({ copy: value, original: partner });
    }
    for (const copy of copies) {
      const partner = this.#take(copy);
      if (partner !== undefined) pairs.push({ copy: partner, original: value });
    }
    awaited -= pairs.length;
    if (awaited > 0) this.#held.set(caseId, { value, awaited });
    return pairs;
  }

  #take(caseId: string): T | undefined {
    const entry = this.#held.get(caseId);
    if (entry === undefined) return undefined;
    entry.awaited -= 1;
    if (entry.awaited === 0) this.#held.delete(caseId);
    return entry.value;
  }
}
