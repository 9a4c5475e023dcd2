import { ArtifactError } from '../../datasets/errors.ts';
import type { AnnotationIndex } from '../annotation-index.ts';
import { canonicalHash } from '../canonical-hash.ts';
import type { LabelIndex } from '../label-index.ts';
import type { Dataset } from '../open-dataset.ts';
import type { CaseScore } from '../scores/case-score.ts';
import type { CheckInDataset } from './check-in.ts';
import type { MonthCase } from './month-case.ts';
import type { MonthRun } from './month-run.ts';
import { MunicipalityCounts } from './municipality-counts.ts';
import { findReasons, NotableCases } from './notable-case.ts';
import { readScores } from './read-scores.ts';
import { RuleCounts } from './rule-counts.ts';

export interface GatherInput extends MonthRun {
  dataset: Dataset;
  labels: LabelIndex;
  annotations: AnnotationIndex | null;
  /** Municipalities of the cluster, by their pseudonyms in cases. */
  members: readonly { id: string; name: string }[];
}

export interface GatheredMonth
  extends Pick<CheckInDataset, 'municipalities' | 'notable' | 'notableInAll' | 'rules'> {
  /** By id, in the order of the plan. */
  cases: Map<string, { content: string; label: string }>;
}

/** One pass over a month's cases: what they are, where they come from, which are worth talking about, which rules are in question. */
export async function gatherMonth(input: GatherInput): Promise<GatheredMonth> {
  const { record, dataset, members } = input;
  const cases: GatheredMonth['cases'] = new Map();
  const notable = new NotableCases();
  const rules = new RuleCounts(dataset.catalogue);
  const subjects = subjectPlaces(input);
  const ids = subjects.map((at) => record.models[at]!.id);
  const municipalities = new MunicipalityCounts(record, ids, members);
  for await (const each of casesOf(input)) {
    cases.set(each.case.caseId, hashesOf(each));
    const judged = {
      label: each.label,
      annotations: each.annotations,
      scores: subjects.map((at) => each.scores[at]!),
    };
    const reasons = findReasons(judged);
    if (reasons !== null) notable.add({ ...reasons, caseType: each.case.caseType });
    municipalities.add({ ...each, scores: judged.scores });
    rules.add(judged, each.case);
  }
  return {
    cases,
    municipalities: municipalities.view(),
    notable: notable.chosen(),
    notableInAll: notable.count,
    rules: rules.most(),
  };
}

/** A label that only got a new version's name is the same. */
function hashesOf({ case: shown, label }: MonthCase): { content: string; label: string } {
  return { content: canonicalHash(shown), label: canonicalHash({ ...label, labelVersion: '' }) };
}

/** The models that a reader may use: all but the baselines; those too where there are no others. */
export function subjectPlaces({ record }: Pick<MonthRun, 'record'>): number[] {
  const all = record.models.map((_, at) => at);
  const subjects = all.filter((at) => record.models[at]!.kind !== 'baseline');
  return subjects.length > 0 ? subjects : all;
}

async function* casesOf(input: GatherInput): AsyncGenerator<MonthCase> {
  const { record, dataset, labels, annotations, store } = input;
  const scores = record.models.map(({ id }) => readScores(store, id));
  for await (const caseShown of dataset.cases(record.dataset.split)) {
    const of: CaseScore[] = [];
    for (const model of scores) {
      const { value } = await model.next();
      if (value?.caseId !== caseShown.caseId) {
        throw new ArtifactError(`Cannot report case "${caseShown.caseId}": the scores are of other cases`);
      }
      of.push(value);
    }
    const { caseId } = caseShown;
    yield {
      case: caseShown,
      label: labels.get(caseId),
      annotations: annotations?.get(caseId) ?? [],
      scores: of,
    };
  }
}
