/** Counts that are means over repeats carry rounding; relative differences below this are none. */
const ROUNDING = 1e-9;

/**
 * What the interval of a ratio Σx/Σm needs to know of its families, in constant memory: one pass over any
 * number of families, mergeable across shards. Families without items (m = 0) leave no trace.
 * With whole-number counts every sum is exact, so neither order nor merging changes a bit of it.
 */
export class RatioMoments {
  /** k: families with items. */
  cases = 0;
  /** N = Σm. */
  items = 0;
  /** X = Σx. */
  successes = 0;
  /** Σm². */
  itemsSquared = 0;
  /** Σx². */
  successesSquared = 0;
  /** Σxm. */
  product = 0;
  /** Families with x > 0. */
  casesWithSuccess = 0;
  /** Families with x < m. */
  casesWithFailure = 0;

  /**
   * Counts `weight` families that each have `items` items, `successes` of them successes. Both may be
   * fractional (means over repeats).
   * @throws RangeError unless 0 <= successes <= items, all finite, and weight >= 0.
   */
  add(successes: number, items: number, weight = 1): this {
    if (!(successes >= 0 && successes <= items * (1 + ROUNDING) && items < Infinity)) {
      throw new RangeError(
        `Cannot add family counts ${successes}/${items}: expected 0 <= successes <= items`,
      );
    }
    if (!(weight >= 0 && weight < Infinity)) {
      throw new RangeError(`Cannot add family counts: weight is ${weight}, expected 0 or more`);
    }
    if (items === 0 || weight === 0) return this;
    this.cases += weight;
    this.items += weight * items;
    this.successes += weight * successes;
    this.itemsSquared += weight * items * items;
    this.successesSquared += weight * successes * successes;
    this.product += weight * successes * items;
    if (successes > items * ROUNDING) this.casesWithSuccess += weight;
    if (successes < items * (1 - ROUNDING)) this.casesWithFailure += weight;
    return this;
  }

  /** The moments of the same families with every count divided by `divisor`: of means, from sums. */
  dividedBy(divisor: number): RatioMoments {
    const divided = new RatioMoments();
    divided.cases = this.cases;
    divided.items = this.items / divisor;
    divided.successes = this.successes / divisor;
    divided.itemsSquared = this.itemsSquared / divisor ** 2;
    divided.successesSquared = this.successesSquared / divisor ** 2;
    divided.product = this.product / divisor ** 2;
    divided.casesWithSuccess = this.casesWithSuccess;
    divided.casesWithFailure = this.casesWithFailure;
    return divided;
  }

  /** Takes in the families of `other`, which stays as it is. */
  merge(other: RatioMoments): this {
    this.cases += other.cases;
    this.items += other.items;
    this.successes += other.successes;
    this.itemsSquared += other.itemsSquared;
    this.successesSquared += other.successesSquared;
    this.product += other.product;
    this.casesWithSuccess += other.casesWithSuccess;
    this.casesWithFailure += other.casesWithFailure;
    return this;
  }
}
