/** The next call could take the run over the most it may cost. Nothing is lost: a higher limit goes on from here. */
export class SpendingLimitError extends Error {
  override readonly name = 'SpendingLimitError';

  /** @param spentDkk what is spent, and what the calls under way have reserved */
  constructor(spentDkk: number, maxCostDkk: number) {
    super(
      `about ${spentDkk.toFixed(2)} DKK are spent, and the next call could take it over ${maxCostDkk} DKK`,
    );
  }
}

/**
 * Keeps a run within what it may cost. Each call reserves what its model's dearest call so far has cost; the first call
 * of a model is made alone, since nothing is known of it. A call dearer than all before it can therefore go over by the
 * difference, never by more than the calls in flight.
 */
export class Spending {
  readonly #maxCostDkk: number;
  #spentDkk: number;
  #reservedDkk = 0;
  readonly #dearest = new Map<string, number>();
  readonly #first = new Map<string, PromiseWithResolvers<void>>();

  /** @param spentDkk by earlier parts of the same run */
  constructor(maxCostDkk: number, spentDkk: number) {
    this.#maxCostDkk = maxCostDkk;
    this.#spentDkk = spentDkk;
  }

  /**
   * Resolves when a call may be made; to be followed by `settle`.
   * @returns DKK reserved
   * @throws {SpendingLimitError}
   */
  async reserve(modelId: string): Promise<number> {
    for (;;) {
      const dearest = this.#dearest.get(modelId) ?? 0;
      const known = this.#dearest.has(modelId);
      const next = this.#spentDkk + this.#reservedDkk + dearest;
      if (next > this.#maxCostDkk || (!known && next >= this.#maxCostDkk)) {
        throw new SpendingLimitError(this.#spentDkk + this.#reservedDkk, this.#maxCostDkk);
      }
      const first = this.#first.get(modelId);
      if (known) {
        this.#reservedDkk += dearest;
        return dearest;
      }
      if (first === undefined) {
        this.#first.set(modelId, Promise.withResolvers());
        return 0;
      }
      await first.promise;
    }
  }

  /** @param costDkk of the call; undefined where it is not known, as for a call that failed */
  settle(modelId: string, reservedDkk: number, costDkk: number | undefined): void {
    this.#reservedDkk -= reservedDkk;
    if (costDkk !== undefined) {
      this.#spentDkk += costDkk;
      this.#dearest.set(modelId, Math.max(costDkk, this.#dearest.get(modelId) ?? 0));
    }
    this.#first.get(modelId)?.resolve();
    this.#first.delete(modelId);
  }
}
