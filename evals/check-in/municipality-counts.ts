import type { RunRecord } from '../artifacts.ts';
import type { FamilyCounts } from '../statistics/family-counts.ts';
import { holdBack, isCovered } from '../statistics/hold-back.ts';
import { type CheckInMeasure, checkInMeasures } from './change-parts.ts';
import type { MunicipalityView } from './check-in.ts';
import { countScore, familyOf } from './count-score.ts';
import type { MonthCase } from './month-case.ts';
import { figureOf } from './split-change.ts';

/** All municipalities that are no members stand in one group. */
const others = Symbol('others');
type GroupId = string | typeof others;

interface Sums {
  /** Cases that a measure can be about. */
  cases: Record<CheckInMeasure, number>;
  /** By model, measure and family. */
  families: Map<string, FamilyCounts>[][];
}

/**
 * Figures of the models that a reader may use, by municipality. A variant counts in none: it may bear a made-up name. Groups in
 * which fewer than five cases count for any of the models are held back, and others too where a hidden one could be computed
 * from them and the total. Built-in models are left out: a silent one's n tells how many of a group's cases are complete, and
 * so what other models did in those alone.
 */
export class MunicipalityCounts {
  readonly #record: Pick<RunRecord, 'policy' | 'protocol'>;
  readonly #subjects: readonly string[];
  readonly #members: readonly { id: string; name: string }[];
  readonly #groups = new Map<GroupId, Sums>();

  /** @param subjects ids of the models, in the order of the scores that are added */
  constructor(
    record: Pick<RunRecord, 'policy' | 'protocol'>,
    subjects: readonly string[],
    members: readonly { id: string; name: string }[],
  ) {
    this.#record = record;
    this.#subjects = subjects;
    this.#members = members;
  }

  add({ case: { municipality }, label, scores }: Pick<MonthCase, 'case' | 'label' | 'scores'>): void {
    if (label.transformOf !== undefined) return;
    const member = this.#members.some(({ id }) => id === municipality);
    const sums = this.#sumsOf(member ? municipality : others);
    const required = label.defects.filter(({ role }) => role === 'required');
    sums.cases.f1 += 1;
    if (required.length === 0) sums.cases['false-alarm'] += 1;
    if (required.some(({ severity }) => severity === 'critical')) sums.cases['critical-recall'] += 1;
    for (const [model, score] of scores.entries()) {
      const counts = countScore(score, this.#record.policy);
      for (const [at, measure] of checkInMeasures.entries()) {
        const families = sums.families[model]![at]!;
        const known = families.get(familyOf(score)) ?? { numerator: 0, denominator: 0 };
        const more = counts[measure];
        families.set(familyOf(score), {
          numerator: known.numerator + more.numerator,
          denominator: known.denominator + more.denominator,
        });
      }
    }
  }

  /** Members in their order, then the others where there are any. */
  view(): MunicipalityView[] {
    const rows: { id: GroupId; name: string | null }[] = [...this.#members];
    if (this.#groups.has(others)) rows.push({ id: others, name: null });
    const held = checkInMeasures.map((measure) => this.#heldBack(measure, rows));
    return rows.map(({ id, name }) => ({
      id: id === others ? null : id,
      name,
      cases: held[0]!(id) === null ? this.#sumsOf(id).cases.f1 : null,
      measures: checkInMeasures.map((measure, at) => {
        const heldBack = held[at]!(id);
        return { measure, heldBack, models: heldBack === null ? this.#figures(id, measure, at) : [] };
      }),
    }));
  }

  #heldBack(measure: CheckInMeasure, rows: readonly { id: GroupId }[]) {
    const filled = rows.flatMap(({ id }, at) => {
      const sums = this.#groups.get(id);
      if (sums === undefined || sums.cases[measure] === 0) return [];
      return { of: id, id: String(at).padStart(6, '0'), cases: countedIn(sums, measure) };
    });
    const held = holdBack(filled);
    // Where the total is nearly that of the hidden groups alone, it must not be told which groups it cannot be about.
    const none = isCovered(filled, held) ? ('none' as const) : ('fewCases' as const);
    return (id: GroupId) => {
      const group = filled.find(({ of }) => of === id);
      return group === undefined ? none : (held.get(group.id) ?? null);
    };
  }

  #figures(id: GroupId, measure: CheckInMeasure, at: number) {
    const { repeats } = this.#record.protocol;
    return this.#subjects.map((model, place) => {
      const families = [...this.#sumsOf(id).families[place]![at]!.values()];
      return { id: model, figure: figureOf(families, { repeats, measure }) };
    });
  }

  #sumsOf(id: GroupId): Sums {
    let sums = this.#groups.get(id);
    if (sums === undefined) {
      sums = {
        cases: { f1: 0, 'false-alarm': 0, 'critical-recall': 0 },
        families: this.#subjects.map(() => checkInMeasures.map(() => new Map())),
      };
      this.#groups.set(id, sums);
    }
    return sums;
  }
}

/** How many cases count in a group's figures, for the model in whose figure the fewest do; a case with its twins is one. */
function countedIn({ cases, families }: Sums, measure: CheckInMeasure): number {
  const at = checkInMeasures.indexOf(measure);
  const counted = families.map(
    (model) => [...model[at]!.values()].filter(({ denominator }) => denominator > 0).length,
  );
  return Math.min(cases[measure], ...counted);
}
