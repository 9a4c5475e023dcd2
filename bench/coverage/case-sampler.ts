import type { Random } from '../../evals/statistics/random.ts';
import { RatioMoments } from '../../evals/statistics/ratio-moments.ts';
import { AliasTable } from './alias-table.ts';
import type { CaseLaw } from './case-law.ts';

/** Draws independent cases from their law. */
export class CaseSampler {
  readonly law: CaseLaw;
  readonly #table: AliasTable;
  readonly #times: Uint32Array;

  constructor(law: CaseLaw) {
    this.law = law;
    this.#table = new AliasTable(law.probability);
    this.#times = new Uint32Array(law.probability.length);
  }

  /** The index of one case's outcome. */
  drawOutcome(random: Random): number {
    return this.#table.draw(random);
  }

  /** The moments of `cases` cases: what the product's intervals are computed from. */
  drawMoments(cases: number, random: Random): RatioMoments {
    const { successes, items } = this.law;
    const moments = new RatioMoments();
    const times = this.#times;
    // The sums are of whole numbers and exact, so both ways give the same; the faster one is taken.
    if (cases <= times.length) {
      for (let index = 0; index < cases; index++) {
        const outcome = this.#table.draw(random);
        moments.add(successes[outcome]!, items[outcome]!);
      }
      return moments;
    }
    times.fill(0);
    for (let index = 0; index < cases; index++) {
      const outcome = this.#table.draw(random);
      times[outcome] = times[outcome]! + 1;
    }
    for (let outcome = 0; outcome < times.length; outcome++) {
      moments.add(successes[outcome]!, items[outcome]!, times[outcome]);
    }
    return moments;
  }
}
