import type { SplitName } from '../../datasets/card.ts';
import type { Change } from '../../datasets/change.ts';
import { boardMeasures } from '../scores/board-measure.ts';
import type { ModelResult } from '../scores/model-result.ts';
import type { Figure } from '../statistics/interval.ts';
import { type CheckInMeasure, checkInMeasures } from './change-parts.ts';
import type { CheckIn, CheckInDataset } from './check-in.ts';
import { type GatheredMonth, subjectPlaces } from './gather-month.ts';
import { type GateBound, judgeGate } from './judge-gate.ts';
import { findLabelChanges } from './label-changes.ts';
import type { CaseHashes, MonthRun, SinceLastInput } from './month-run.ts';
import { compareWithLast } from './since-last.ts';
import { buildTrend, monthsOf } from './trend.ts';

export interface BuildDatasetInput {
  month: string;
  /** The run's folder, seen from the check-in's. */
  runFolder: string;
  now: SinceLastInput['now'];
  gathered: GatheredMonth;
  /** Last month's, where the last check-in has this data set; with the hashes of its cases. */
  before: (MonthRun & { cases: CaseHashes }) | null;
  earlier: readonly CheckIn[];
  log: readonly Change[];
  gates: readonly GateBound[];
  /** The figure of a gate's measure. */
  readFigure: (measure: string, model: ModelResult) => Figure;
}

/** All of a check-in that is about one data set. */
export async function buildDataset(input: BuildDatasetInput): Promise<CheckInDataset> {
  const { month, runFolder, now, gathered, before, earlier, log, gates, readFigure } = input;
  const { result, record } = now;
  const split: SplitName = record.dataset.split;
  const { cases, ...views } = gathered;
  const own = {
    comparabilityKey: result.comparabilityKey,
    comparability: result.comparability,
    models: result.models.map((model) => ({
      model: model.model,
      counts: model.counts,
      figures: Object.fromEntries(
        checkInMeasures.map((measure) => [measure, boardMeasures[measure].read(model)]),
      ) as Record<CheckInMeasure, Figure>,
    })),
  };
  return {
    run: runFolder,
    runId: result.runId,
    dataset: { ...result.dataset, split },
    ...own,
    since: before === null ? null : await compareWithLast({ before, now }),
    labels:
      before === null
        ? null
        : findLabelChanges({
            before: { version: before.result.dataset.version, cases: before.cases },
            now: { version: result.dataset.version, cases },
            log,
            split,
          }),
    trend: buildTrend([...monthsOf(earlier, { id: result.dataset.id, split }), { month, ...own }]),
    gates: gates.map((gate) => ({
      gate,
      models: subjectPlaces(now).map((at) => {
        const model = result.models[at]!;
        const figure = readFigure(gate.measure, model);
        return { id: model.model.id, figure, verdict: judgeGate(figure, gate) };
      }),
    })),
    ...views,
  };
}
