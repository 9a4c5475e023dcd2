import { type Policy, policies } from '../matching/policy.ts';
import type { CaseScore, MatchCounts, Verdict } from './case-score.ts';
import type { StatusCounts } from './model-result.ts';

/** What is counted of a model's answers without regard to families: whole numbers, order changes nothing. */
export class AnswerTotals {
  readonly statuses: StatusCounts = {
    planned: 0,
    answered: 0,
    abstained: 0,
    invalid: 0,
    timedOut: 0,
    failed: 0,
  };
  repaired = 0;
  /** Any answer that says how the case ends. */
  gaveOutcome = false;
  completeCases = 0;
  /** The same for every case of a run. */
  repeats = 1;
  readonly #errors = new Map<string, number>();
  readonly #matches: Record<Policy, MatchCounts> = {
    strict: noMatches(),
    standard: noMatches(),
    lenient: noMatches(),
  };
  readonly #validity: Record<Verdict, number> = {
    valid: 0,
    outdated: 0,
    nonexistent: 0,
    unverifiable: 0,
    unknownLaw: 0,
    unparsable: 0,
  };
  #tooBroad = 0;
  #written = 0;

  add(score: CaseScore): void {
    if (score.complete) this.completeCases += 1;
    this.repeats = score.repeats.length;
    for (const repeat of score.repeats) {
      this.statuses.planned += 1;
      this.statuses[repeat.status] += 1;
      const { errorKind } = repeat;
      if (errorKind !== undefined) this.#errors.set(errorKind, (this.#errors.get(errorKind) ?? 0) + 1);
      if (repeat.repaired === true) this.repaired += 1;
      if (repeat.outcome !== undefined) this.gaveOutcome = true;
      for (const policy of policies) addMatches(this.#matches[policy], repeat.policies[policy]!);
      for (const { citations } of repeat.findings) {
        for (const { validity, tooBroad } of citations) {
          this.#written += 1;
          this.#validity[validity] += 1;
          if (tooBroad) this.#tooBroad += 1;
        }
      }
    }
  }

  /** By kind. */
  errors(): { kind: string; count: number }[] {
    return [...this.#errors].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, count]) => ({ kind, count }));
  }

  /** Means over repeats, as the rest. */
  matches(policy: Policy): MatchCounts {
    return this.#toMeans(this.#matches[policy]);
  }

  citations(): { written: number; tooBroad: number; validity: Record<Verdict, number> } {
    return {
      ...this.#toMeans({ written: this.#written, tooBroad: this.#tooBroad }),
      validity: this.#toMeans(this.#validity),
    };
  }

  #toMeans<Key extends string>(counts: Record<Key, number>): Record<Key, number> {
    const means = Object.entries<number>(counts).map(([key, count]) => [key, count / this.repeats]);
    return Object.fromEntries(means) as Record<Key, number>;
  }
}

function noMatches(): MatchCounts {
  return { truePositives: 0, falsePositives: 0, falseNegatives: 0, neutral: 0, duplicates: 0 };
}

function addMatches(sum: MatchCounts, more: MatchCounts): void {
  sum.truePositives += more.truePositives;
  sum.falsePositives += more.falsePositives;
  sum.falseNegatives += more.falseNegatives;
  sum.neutral += more.neutral;
  sum.duplicates += more.duplicates;
}
