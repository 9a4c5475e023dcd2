import type { RunRecord } from '../artifacts.ts';
import type { FamilyCounts } from '../statistics/family-counts.ts';
import { holdBack } from '../statistics/hold-back.ts';
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
 * Figures by municipality. A variant counts in none: it may bear a made-up name. Groups under five cases are held back, and
 * others too where a hidden one could be computed from them and the total.
 */
export class MunicipalityCounts {
  readonly #record: Pick<RunRecord, 'models' | 'policy' | 'protocol'>;
  readonly #members: readonly { id: string; name: string }[];
  readonly #groups = new Map<GroupId, Sums>();

  constructor(
    record: Pick<RunRecord, 'models' | 'policy' | 'protocol'>,
    members: readonly { id: string; name: string }[],
  ) {
    this.#record = record;
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
    const cases = ({ id }: { id: GroupId }) => this.#groups.get(id)?.cases[measure] ?? 0;
    const held = holdBack(rows.map((row, at) => ({ id: String(at).padStart(6, '0'), cases: cases(row) })));
    return (id: GroupId) => {
      const at = rows.findIndex((row) => row.id === id);
      if (cases(rows[at]!) === 0) return 'none' as const;
      return held.get(String(at).padStart(6, '0')) ?? null;
    };
  }

  #figures(id: GroupId, measure: CheckInMeasure, at: number) {
    const { repeats } = this.#record.protocol;
    return this.#record.models.map((model, place) => {
      const families = [...this.#sumsOf(id).families[place]![at]!.values()];
      return { id: model.id, figure: figureOf(families, { repeats, measure }) };
    });
  }

  #sumsOf(id: GroupId): Sums {
    let sums = this.#groups.get(id);
    if (sums === undefined) {
      sums = {
        cases: { f1: 0, 'false-alarm': 0, 'critical-recall': 0 },
        families: this.#record.models.map(() => checkInMeasures.map(() => new Map())),
      };
      this.#groups.set(id, sums);
    }
    return sums;
  }
}
