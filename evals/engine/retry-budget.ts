/** Retries that are free, so that a few faults at the start are not held against a model. */
const free = 20;
/** Retries earned by each question. */
const share = 0.5;

/**
 * Bounds the retries of one model: 20, and one for every second question. A service that is down is not asked twice as
 * often for it.
 * @source Google SRE book, chapter 21, Handling Overload (a retry budget per client)
 */
export class RetryBudget {
  #left = free;

  earn(): void {
    this.#left += share;
  }

  /** False where the budget is used up. */
  spend(): boolean {
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
