import type { CheckInDataset, SinceLast } from '../../evals/check-in/check-in.ts';
import { formatCount } from '../render/format-number.ts';
import {
  type CheckInContext,
  datasetTitle,
  monthName,
  sayCases,
  subjectIds,
  underTitle,
} from './check-in-context.ts';
import { partNames } from './part-names.ts';
import { judgeChange, sayChange } from './say-change.ts';

/** The check-in in a few sentences, by rule from its figures. They claim no more than the tests allow. */
export function composeAnswer(context: CheckInContext): string[] {
  const { record, words } = context;
  return [
    ...(record.previous === null ? [words.checkIn.first] : []),
    ...record.datasets.flatMap((dataset) => [
      ...(record.previous !== null && dataset.since === null
        ? [words.checkIn.firstOfData(datasetTitle(context, dataset))]
        : []),
      ...sayDataset(context, dataset).map((sentence) => underTitle(context, dataset, sentence)),
    ]),
  ];
}

function sayDataset(context: CheckInContext, dataset: CheckInDataset): string[] {
  const { words } = context;
  const changes = dataset.since === null ? [] : saySince(context, dataset, dataset.since);
  return [
    ...sayAnswered(context, dataset),
    ...changes,
    ...sayGates(context, dataset),
    ...(dataset.notableInAll === 0
      ? []
      : [words.checkIn.notable.summary(sayCases(context, dataset.notableInAll), dataset.notableInAll)]),
  ];
}

/** Who did not answer: it must be known before any figure. */
export function sayAnswered({ words, language }: CheckInContext, { models }: CheckInDataset): string[] {
  return models.flatMap(({ model, counts: { planned, answered } }) => {
    if (planned === 0 || answered === planned) return [];
    if (answered === 0) return [words.checkIn.unanswered(model.id)];
    return [words.checkIn.failed(model.id, formatCount(answered, language), formatCount(planned, language))];
  });
}

/** What became of the cases, and what of the models on the common ones. */
function saySince(context: CheckInContext, dataset: CheckInDataset, since: SinceLast): string[] {
  return [...sayCommon(context, since), ...sayModels(context, dataset, since)];
}

/** Which cases are common, which labels changed, and whether the ruler is another. */
export function sayCommon(context: CheckInContext, since: SinceLast): string[] {
  const { words, record, language } = context;
  const said = words.checkIn;
  const n = (cases: number) => formatCount(cases, language);
  const [month, common] = [monthName(context, record.previous!), sayCases(context, since.common)];
  const same = since.common > 0 && since.added + since.removed === 0;
  const kept = same
    ? said.casesSame(month, common)
    : said.cases(month, common, n(since.added), n(since.removed));
  return [
    kept,
    ...(since.relabelled > 0 ? [said.relabelled(sayCases(context, since.relabelled), since.relabelled)] : []),
    ...(since.ruler.length > 0 && since.models.length > 0
      ? [said.ruler(partNames(context, since.ruler))]
      : []),
  ];
}

/** Why nothing compares; null where it does. */
export function sayApart(context: CheckInContext, { apart, common, models }: SinceLast): string | null {
  const said = context.words.checkIn;
  if (apart.includes('unreadable')) return said.unreadable;
  if (apart.length > 0) return said.apart(partNames(context, apart));
  if (common === 0) return said.noCommon;
  return models.length === 0 ? said.noShared : null;
}

function sayModels(context: CheckInContext, dataset: CheckInDataset, since: SinceLast): string[] {
  const apart = sayApart(context, since);
  if (apart !== null) return [apart];
  const subjects = new Set(subjectIds(dataset));
  const shown = since.models
    .filter(({ id }) => subjects.has(id))
    .flatMap(({ id, parts }) => parts.map((each) => ({ id, parts: each, verdict: judgeChange(each) })));
  const proven = shown.filter(({ verdict }) => verdict === 'better' || verdict === 'worse');
  if (proven.length > 0) return proven.map(({ id, parts }) => sayChange(context, id, parts));
  return shown.length === 0 ? [] : [context.words.checkIn.change.none(sayCases(context, since.common))];
}

function sayGates({ words, language }: CheckInContext, { gates }: CheckInDataset): string[] {
  const verdicts = gates.flatMap(({ models }) => models.map(({ verdict }) => verdict));
  if (verdicts.length === 0) return [];
  const count = (...among: string[]) =>
    formatCount(verdicts.filter((verdict) => among.includes(verdict)).length, language);
  return [
    words.checkIn.gates.summary(
      formatCount(verdicts.length, language),
      count('met'),
      count('notMet'),
      count('undecided', 'undefined'),
    ),
  ];
}
