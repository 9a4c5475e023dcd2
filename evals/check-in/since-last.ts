import { ArtifactError, InputError } from '../../datasets/errors.ts';
import type { Comparability } from '../artifacts.ts';
import { explainDifference } from '../explain-comparability.ts';
import { BOARD_ALPHA } from '../statistics/compare-board.ts';
import { adjustHolm } from '../statistics/holm.ts';
import { type ChangeParts, type CheckInMeasure, checkInMeasures } from './change-parts.ts';
import type { SinceLast } from './check-in.ts';
import { countScore, familyOf } from './count-score.ts';
import { FamilyChanges } from './family-changes.ts';
import type { MonthRun, SinceLastInput } from './month-run.ts';
import { readScores } from './read-scores.ts';
import { rescoreCommon } from './rescore-common.ts';
import { type RawChangeParts, splitChange } from './split-change.ts';

/** Parts of a key that scoring again takes care of: what is measured with, and not what was asked. */
const rulerParts: ReadonlySet<string> = new Set(['labels', 'catalogue', 'taxonomy', 'scorer', 'policy']);

/**
 * What changed since the last check-in: the cases, by content; and every figure that both months have, taken apart into
 * the models' part, the ruler's and that of the mix of cases. Last month's stored answers are scored again by today's
 * labels and scorer, so that no two rulers are mixed; no model is asked.
 */
export async function compareWithLast({ before, now }: SinceLastInput): Promise<SinceLast> {
  const common = [...now.cases].filter(([id, { content }]) => before.cases.get(id)?.content === content);
  const differing = partsApart(before.result.comparability, now.result.comparability);
  const models = (run: MonthRun) => run.record.models.map(({ id }) => id);
  const [then, today] = [models(before), models(now)];
  const relabelled = common.filter(([id, { label }]) => before.cases.get(id)?.label !== label).length;
  const since: SinceLast = {
    version: before.result.dataset.version,
    runId: before.result.runId,
    comparabilityKey: before.result.comparabilityKey,
    common: common.length,
    added: now.cases.size - common.length,
    removed: before.cases.size - common.length,
    relabelled,
    // The hash of all labels differs too where a case is new: that corrects none.
    ruler: differing.filter((part) => rulerParts.has(part) && (part !== 'labels' || relabelled > 0)),
    apart: differing.filter((part) => part.startsWith('protocol')),
    models: [],
    gone: then.filter((id) => !today.includes(id)),
    fresh: today.filter((id) => !then.includes(id)),
  };
  if (since.apart.length > 0) return since;
  try {
    return { ...since, models: await splitAll({ before, now }, new Set(common.map(([id]) => id))) };
  } catch (error) {
    // Scores of another version of Målestok cannot be read: that is told, and nothing is guessed.
    if (!(error instanceof InputError || error instanceof ArtifactError)) throw error;
    return { ...since, apart: ['unreadable'] };
  }
}

function partsApart(before: Comparability, now: Comparability): string[] {
  return explainDifference(before, now).map(({ part }) => part);
}

type ByMeasure = Record<CheckInMeasure, FamilyChanges>;

async function splitAll(
  { before, now }: SinceLastInput,
  common: ReadonlySet<string>,
): Promise<SinceLast['models']> {
  const shared = now.record.models.filter(({ id }) => before.record.models.some((each) => each.id === id));
  const gathered = new Map<string, ByMeasure>(shared.map(({ id }) => [id, emptyChanges()]));
  for (const { id } of shared) await addMonths(gathered.get(id)!, id, { before, now }, common);
  const again = rescoreCommon({ before, now, common, modelIds: shared.map(({ id }) => id) });
  for await (const { modelId, score } of again) {
    const counts = countScore(score, now.record.policy);
    for (const measure of checkInMeasures) {
      gathered.get(modelId)![measure].add(familyOf(score), 'rescored', counts[measure]);
    }
  }
  const tests = shared.length * checkInMeasures.length;
  const raw = shared.map(({ id }) =>
    checkInMeasures.map((measure) =>
      splitChange({
        measure,
        families: gathered.get(id)![measure].all(),
        repeats: now.record.protocol.repeats,
        tests,
        seed: now.result.comparabilityKey,
      }),
    ),
  );
  const adjusted = adjustAll(raw.flat());
  const versionOf = (run: MonthRun, id: string) => run.record.models.find((each) => each.id === id)!.version;
  return shared.map(({ id }, at) => ({
    id,
    versionBefore: versionOf(before, id),
    versionNow: versionOf(now, id),
    parts: adjusted.slice(at * checkInMeasures.length, (at + 1) * checkInMeasures.length),
  }));
}

async function addMonths(
  changes: ByMeasure,
  modelId: string,
  { before, now }: SinceLastInput,
  common: ReadonlySet<string>,
): Promise<void> {
  for (const [run, all, shared] of [
    [before, 'before', 'beforeCommon'],
    [now, 'now', 'nowCommon'],
  ] as const) {
    for await (const score of readScores(run.store, modelId)) {
      const counts = countScore(score, run.record.policy);
      // A family is one by today's labels, where they know the case.
      const family = now.cases.has(score.caseId)
        ? (now.labels.families.get(score.caseId) ?? score.caseId)
        : familyOf(score);
      for (const measure of checkInMeasures) {
        changes[measure].add(family, all, counts[measure]);
        if (common.has(score.caseId)) changes[measure].add(family, shared, counts[measure]);
      }
    }
  }
}

function emptyChanges(): ByMeasure {
  return Object.fromEntries(checkInMeasures.map((measure) => [measure, new FamilyChanges()])) as ByMeasure;
}

/** Holm's adjustment over all tests of the data set. */
export function adjustAll(raw: readonly RawChangeParts[]): ChangeParts[] {
  const ps = adjustHolm(raw.flatMap(({ model }) => (model.p === null ? [] : [model.p])));
  let next = 0;
  return raw.map((parts) => {
    const pHolm = parts.model.p === null ? null : ps[next++]!;
    return {
      ...parts,
      model: { ...parts.model, pHolm, different: pHolm !== null && pHolm <= BOARD_ALPHA },
    };
  });
}
