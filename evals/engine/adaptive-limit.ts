/** An attempt in flight, as the limit saw it begin. */
export interface Begun {
  /** How many times the limit had been lowered by then. */
  lowered: number;
}

/**
 * How many attempts may be in flight, adapted to what a service bears: one more for each window of answers while the
 * limit is used up (twice as many before the first sign of congestion), half as many on congestion, once for all
 * attempts that were in flight together.
 * @source Chiu, D.-M. & Jain, R. (1989), Analysis of the increase and decrease algorithms for congestion avoidance,
 *   Computer Networks and ISDN Systems 17(1); the faster start as in RFC 5681, section 3.1
 */
export class AdaptiveLimit {
  readonly #max: number;
  #limit: number;
  #lowered = 0;

  /** @param start and max whole numbers of 1 or more; start at most max */
  constructor(start: number, max: number) {
    this.#limit = start;
    this.#max = max;
  }

  /** A whole number in [1, max]. */
  get value(): number {
    return Math.floor(this.#limit);
  }

  begin(): Begun {
    return { lowered: this.#lowered };
  }

  /** @param inFlight attempts in flight, the answered one included: a limit that is not used up does not grow */
  answered(inFlight: number): void {
    if (inFlight < this.value) return;
    const step = this.#lowered === 0 ? 1 : 1 / this.#limit;
    this.#limit = Math.min(this.#max, this.#limit + step);
  }

  congested({ lowered }: Begun): void {
    if (lowered !== this.#lowered) return;
    this.#lowered += 1;
    this.#limit = Math.max(1, this.#limit / 2);
  }
}
