import { type CallCost, Spending } from '../../evals/engine/spending.ts';
import type { Clock } from '../../evals/ports.ts';

export interface SharedSpendingOptions {
  maxCostDkk: number;
  /** What this one has spent, and all others. */
  spentDkk: number;
  besideDkk: number;
  dearest: ReadonlyMap<string, number>;
  /** So many may spend at once. */
  atOnce: number;
  clock: Clock;
  /** What all others have spent by now. */
  look: () => Promise<number>;
}

/** All together look anew when this part of what was left is spent. */
const lookAfter = 0.1;
/** However little is spent, what others have spent is looked at so often. */
const lookEveryMs = 15_000;

/**
 * A limit that several functions keep together, none of which knows all. Each looks at what the others have spent when it has
 * spent its part of a tenth of what was left: the more often, the less is left. Where all are as fast, all together stay below the limit but
 * for the calls in flight; one that is slower may spend its part, of which the others know nothing when they stop.
 */
export class SharedSpending extends Spending {
  readonly #options: SharedSpendingOptions;
  /** Spent and reserved since the last look. */
  #sinceDkk = 0;
  #untilDkk = 0;
  #lookedAt: number;
  #looking: Promise<void> | undefined;

  constructor(options: SharedSpendingOptions) {
    super(options.maxCostDkk, options.spentDkk, options.dearest);
    this.#options = options;
    this.#lookedAt = options.clock.elapsedMs();
    this.#take(options.besideDkk);
  }

  override async reserve(modelId: string): Promise<number> {
    await this.refresh();
    const reserved = await super.reserve(modelId);
    this.#sinceDkk += reserved;
    return reserved;
  }

  override settle(modelId: string, reservedDkk: number, cost: CallCost): void {
    super.settle(modelId, reservedDkk, cost);
    if (cost === 'unmade') this.#sinceDkk -= reservedDkk;
    else if (typeof cost === 'number') this.#sinceDkk += cost - reservedDkk;
  }

  /** Looks where it is time to. */
  async refresh(): Promise<void> {
    const { clock } = this.#options;
    if (this.#sinceDkk < this.#untilDkk && clock.elapsedMs() - this.#lookedAt < lookEveryMs) return;
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
    await this.#looking;
  }

  async #look(): Promise<void> {
    const { look, clock } = this.#options;
    this.#lookedAt = clock.elapsedMs();
    this.#take(await look());
  }

  #take(besideDkk: number): void {
    this.noteBeside(besideDkk);
    this.#sinceDkk = 0;
    const { atOnce } = this.#options;
    // Alone, it knows all.
    this.#untilDkk = atOnce === 1 ? Number.POSITIVE_INFINITY : (this.leftDkk * lookAfter) / atOnce;
  }
}
