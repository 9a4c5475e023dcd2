import { InputError } from '../../datasets/errors.ts';

/** DKK; or why it is not known: the call failed, or its answer does not tell. `unmade`: there was no call after all. */
export type CallCost = number | 'failed' | 'untold' | 'unmade';

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

/** An answer told neither its tokens nor its cost: no limit could bind any more. */
export class UntoldCostError extends InputError {
  readonly modelId: string;

  constructor(modelId: string) {
    super({
      field: '--max-cost',
      is: `an answer of "${modelId}" that tells neither its tokens nor its cost`,
      expected: 'a cost of every answer: without it, nothing keeps the run within its limit',
      mend: 'Give the model a price a call in the suite (see docs/cost.md), or leave the limit out. All answers so far are safe.',
    });
    this.modelId = modelId;
  }
}

/**
 * Keeps a run within what it may cost. Each call reserves what its model's dearest call so far has cost; the first call
 * of a model is made alone, since nothing is known of it. A call dearer than all before it can therefore go over by the
 * difference, never by more than the calls in flight. A call that failed is taken to have cost what it had reserved; an
 * answer that tells no cost is the last one, since no limit could bind. What was not called after all cost nothing.
 */
export class Spending {
  readonly #maxCostDkk: number;
  #spentDkk: number;
  #besideDkk = 0;
  #reservedDkk = 0;
  #untold: string | undefined;
  readonly #dearest: Map<string, number>;
  readonly #first = new Map<string, PromiseWithResolvers<void>>();

  /**
   * @param spentDkk by earlier parts of the same run
   * @param dearest what each model's dearest call so far has cost, where that is known
   */
  constructor(maxCostDkk: number, spentDkk: number, dearest: ReadonlyMap<string, number> = new Map()) {
    this.#maxCostDkk = maxCostDkk;
    this.#spentDkk = spentDkk;
    this.#dearest = new Map(dearest);
  }

  /** What is neither spent nor reserved. */
  get leftDkk(): number {
    return this.#maxCostDkk - this.#spentDkk - this.#besideDkk - this.#reservedDkk;
  }

  /** Takes note of what others under the same limit have spent by now, in all. */
  noteBeside(spentDkk: number): void {
    this.#besideDkk = spentDkk;
  }

  /**
   * Resolves when a call may be made; to be followed by `settle`.
   * @returns DKK reserved
   * @throws {SpendingLimitError} | {UntoldCostError}
   */
  async reserve(modelId: string): Promise<number> {
    for (;;) {
      if (this.#untold !== undefined) throw new UntoldCostError(this.#untold);
      const dearest = this.#dearest.get(modelId) ?? 0;
      const known = this.#dearest.has(modelId);
      const soFar = this.#spentDkk + this.#besideDkk + this.#reservedDkk;
      const next = soFar + dearest;
      if (next > this.#maxCostDkk || (!known && next >= this.#maxCostDkk)) {
        throw new SpendingLimitError(soFar, this.#maxCostDkk);
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

  settle(modelId: string, reservedDkk: number, cost: CallCost): void {
    this.#reservedDkk -= reservedDkk;
    if (cost !== 'unmade') this.#spentDkk += typeof cost === 'number' ? cost : reservedDkk;
    if (cost === 'untold') this.#untold = modelId;
    if (typeof cost === 'number') {
      this.#dearest.set(modelId, Math.max(cost, this.#dearest.get(modelId) ?? 0));
    }
    this.#first.get(modelId)?.resolve();
    this.#first.delete(modelId);
  }
}
