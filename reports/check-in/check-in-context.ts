import type { Language } from '../../datasets/language.ts';
import { defectTypeOf, type Taxonomy } from '../../datasets/taxonomy/taxonomy.ts';
import type { CheckInMeasure } from '../../evals/check-in/change-parts.ts';
import type { CheckIn, CheckInDataset } from '../../evals/check-in/check-in.ts';
import type { MeasureId } from '../measures.ts';
import { formatCount, nbsp } from '../render/format-number.ts';
import { nameOf } from '../render/name-of.ts';
import { caseHref, reportFiles } from '../render/report-files.ts';
import type { CheckInWording } from '../wording/wording.ts';

/** What a check-in report is written from. */
export interface CheckInContext {
  record: CheckIn;
  language: Language;
  words: CheckInWording;
  /** One a data set, in the order of the record. */
  taxonomies: readonly Taxonomy[];
  /** Where a case is: the place of its data set; undefined for a case of none. */
  placeOf: (caseId: string) => number | undefined;
  /** Whether the cluster has a file of decisions. */
  hasDecisions: boolean;
}

export type CheckInSection = keyof CheckInWording['checkIn']['sections'];

/** `oktober 2026`, never parted. */
export function monthName({ words }: Pick<CheckInContext, 'words'>, month: string): string {
  const [year, number] = month.split('-');
  return `${words.operation.months[Number(number) - 1]}${nbsp}${year}`;
}

/** `32 sager`, `1 sag`. */
export function sayCases({ words, language }: Pick<CheckInContext, 'words' | 'language'>, cases: number) {
  return words.caseCount(formatCount(cases, language), cases);
}

export function clusterName({ record }: Pick<CheckInContext, 'record'>): string {
  return record.cluster.title ?? record.cluster.id;
}

export function datasetTitle(
  { language }: Pick<CheckInContext, 'language'>,
  { dataset }: CheckInDataset,
): string {
  return language === 'da' ? dataset.titleDa : dataset.titleEn;
}

/** A sentence on one data set; with its title in front where there are several. */
export function underTitle(
  context: Pick<CheckInContext, 'language' | 'record'>,
  dataset: CheckInDataset,
  sentence: string,
): string {
  if (context.record.datasets.length < 2) return sentence;
  return `${datasetTitle(context, dataset)}: ${sentence}`;
}

/** The names of defect types; a code that the data set does not know stands as it is. */
export function codeNames(
  { taxonomies, language }: Pick<CheckInContext, 'taxonomies' | 'language'>,
  place: number,
  codes: readonly string[],
): string {
  return codes
    .map((code) => {
      const type = defectTypeOf(taxonomies[place]!, code);
      return type === undefined ? code : nameOf(type, language);
    })
    .join('; ');
}

/** The page of a case in the report of the run, seen from the check-in. */
export function casePage(
  { language }: Pick<CheckInContext, 'language'>,
  { run }: Pick<CheckInDataset, 'run'>,
  caseId: string,
): string {
  return `${runReport({ run })}/${caseHref(language, caseId)}`;
}

/** The report of the run, seen from the check-in. */
export function runPage(
  { language }: Pick<CheckInContext, 'language'>,
  dataset: Pick<CheckInDataset, 'run'>,
) {
  return `${runReport(dataset)}/${reportFiles[language].report}`;
}

function runReport({ run }: Pick<CheckInDataset, 'run'>): string {
  return `${run.split('/').map(encodeURIComponent).join('/')}/report`;
}

/** What every report calls a measure of the check-in. */
export const measureIdOf = {
  f1: 'defectF1',
  'false-alarm': 'cleanFalseAlarmRate',
  'critical-recall': 'criticalRecall',
} as const satisfies Record<CheckInMeasure, MeasureId>;

/** As every report calls it. */
export function measureName({ words }: Pick<CheckInContext, 'words'>, measure: CheckInMeasure): string {
  return words.measures[measureIdOf[measure]].name;
}

/** Ids of the models that a reader may use: no baselines; those too where there are no others. */
export function subjectIds({ models }: Pick<CheckInDataset, 'models'>): string[] {
  const subjects = models.filter(({ model }) => model.kind !== 'baseline');
  return (subjects.length > 0 ? subjects : models).map(({ model }) => model.id);
}
