import { transformationName } from '../../datasets/transforms/transformations.ts';
import type { ModelResult } from '../../evals/scores/model-result.ts';
import type { Rank } from '../../evals/statistics/rank-interval.ts';
import { formatCount, formatDkk, formatShare } from '../render/format-number.ts';
import { figureText, hitsText, intervalText } from '../render/render-figure.ts';
import {
  calledOf,
  countCases,
  isBetter,
  joinNames,
  type ReportContext,
  subjectsOf,
} from '../report-context.ts';
import { independentCases, isMostlyVariants, sayVariants } from '../variants.ts';
import { judgeChance } from './say-chance.ts';
import { partsOf, partsSaid, sayParts, sayTexts, textsOf } from './say-parts.ts';

/** An interval wider than this is called uncertain, in words. */
const wideInterval = 0.3;

/** What a reader of ten minutes is told, by rule from the figures. It claims no more than the tests allow. */
export interface Answer {
  /** What must be known before any figure. */
  before: string[];
  /** At most three sentences: which model finds the defects and whether that is luck, false alarms, references. */
  main: string[];
  /** What else bears on a choice. */
  also: string[];
}

/** The answer first. */
export function composeAnswer(context: ReportContext): Answer {
  if (context.result.models.length === 0) return { before: [], main: [context.words.answer.none], also: [] };
  const before = sayUnanswered(context);
  if (isMostlyVariants(context.result)) {
    return {
      before,
      main: [...sayChanges(context), ...sayByInjections(context), ...sayNoRanking(context)],
      also: [...sayBaselines(context), ...sayByChance(context), ...sayCoverage(context)],
    };
  }
  return {
    before,
    main: [sayPlaces(context), sayCleanCases(context), sayCitations(context)],
    also: [
      ...sayTheVariants(context),
      ...sayBaselines(context),
      ...sayByChance(context),
      ...sayHowClean(context),
      ...sayCritical(context),
      ...sayFabricated(context),
      ...sayByInjections(context),
      ...sayBurden(context),
      ...sayCosts(context),
      ...sayCoverage(context),
    ],
  };
}

/** All of it, in the order of reading. */
export function answerSentences(context: ReportContext): string[] {
  const { before, main, also } = composeAnswer(context);
  return [...before, ...main, ...also];
}

/** Who answered nothing at all: it must be known before any figure. */
function sayUnanswered(context: ReportContext): string[] {
  const { words, result } = context;
  const names = result.models.flatMap(({ model, counts }) =>
    counts.planned > 0 && counts.answered === 0 ? [model.id] : [],
  );
  if (names.length === 0) return [];
  const said = words.answer.unanswered(joinNames(context, names), countCases(context, result.dataset.cases));
  return [`${said} ${words.answer.unansweredCounts}`];
}

/** The page's own question where most cases are variants: is the answer the same, and by which change least often? */
function sayChanges(context: ReportContext): string[] {
  const { words, language } = context;
  const said = words.answer;
  const parts = partsOf(context, 'sameCodes');
  if (parts.length === 0) return [];
  if (parts.length > partsSaid) return [sayParts(context, parts, said.changes, said.changesRange)];
  const list = parts.map(({ name, value, figure }) => {
    const part = said.changesPart(
      name,
      formatShare(value, language),
      hitsText(figure, language),
      formatCount(figure.items, language),
    );
    const weakest = weakestChange(modelOf(context, name));
    if (weakest === null || weakest.share >= value) return part;
    return `${part}, ${said.weakest(transformationName(weakest.id, language), formatShare(weakest.share, language))}`;
  });
  return [`${said.changes(list.join('; '))} ${words.robustness.constantWarning}`];
}

/** The named change after which the answer is least often the same. */
function weakestChange({ robustness }: ModelResult): { id: string; share: number } | null {
  const shares = robustness.transforms.flatMap(({ id, sameCodes: { value } }) =>
    id === null || value === null ? [] : [{ id, share: value }],
  );
  return shares.toSorted((a, b) => a.share - b.share)[0] ?? null;
}

/** Figures over a few cases and many variants of them are none to rank by. */
function sayNoRanking(context: ReportContext): string[] {
  const { words, language, result } = context;
  const said = sayVariants(context);
  if (said === null) return [];
  return [
    words.variants.noRanking(
      formatCount(independentCases(result), language),
      countCases(context, result.dataset.cases),
      said.parts,
    ),
  ];
}

function sayPlaces(context: ReportContext): string {
  const { result, words } = context;
  const cases = countCases(context, result.dataset.cases);
  const placed = result.ranks.filter(({ rank }) => rank !== null);
  const top = placed.filter(({ low }) => low === 1);
  const [first] = top;
  if (first === undefined) return words.answer.unplaced;
  const { f1: figure } = modelOf(context, first.id).defects;
  const f1 = words.answer.interval(figureText(figure, context), intervalText(figure, context));
  if (placed.length === 1) return words.answer.one(first.id, f1, cases);
  const others = placed.filter(({ low }) => low !== 1);
  if (others.length === 0) return words.answer.allAlike(joinIds(context, top, words.answer.many), cases);
  if (top.length > 1) {
    const rest = words.answer.rest(others.length);
    return words.answer.top(joinIds(context, top, words.answer.many), cases, rest);
  }
  const beatsAll = others.every(({ id }) => isBetter(context, first.id, id));
  if (!beatsAll) return words.answer.bestSome(first.id, f1, cases);
  return words.answer.best(first.id, f1, cases, joinIds(context, others, words.answer.others));
}

/** A baseline in first place is a warning to whoever would buy one of the others. */
function sayBaselines(context: ReportContext): string[] {
  const { result, words } = context;
  if (result.models.every(({ model }) => model.kind === 'baseline')) return [words.answer.onlyBaselines];
  const top = result.ranks.filter(
    ({ id, low }) => low === 1 && modelOf(context, id).model.kind === 'baseline',
  );
  return top.length === 0 ? [] : [words.answer.baselineTop(joinIds(context, top, words.answer.many))];
}

/** The models by name, or how many they are where there are too many to name. */
function joinIds(context: ReportContext, ranks: readonly Rank[], count: (n: number) => string): string {
  const ids = ranks.map(({ id }) => id);
  return ids.length <= partsSaid ? joinNames(context, ids) : count(ids.length);
}

function sayCleanCases(context: ReportContext): string {
  const { words } = context;
  const parts = partsOf(context, 'cleanFalseAlarmRate');
  return parts.length === 0
    ? words.answer.cleanNone
    : sayParts(context, parts, words.answer.clean, words.answer.cleanRange);
}

/** How the sentence on false alarms is to be taken. */
function sayHowClean(context: ReportContext): string[] {
  const { words } = context;
  const parts = partsOf(context, 'cleanFalseAlarmRate');
  const unanswered = subjectsOf(context).some(
    ({ completeCases: { abstained, failed } }) => (abstained.value ?? 0) + (failed.value ?? 0) > 0,
  );
  const wide = parts.some(
    ({ figure }) => figure.interval === null || figure.interval.high - figure.interval.low > wideInterval,
  );
  const cases = context.result.dataset.completeCases;
  const said = [
    ...(unanswered ? [words.answer.cleanHow] : []),
    ...(wide ? [words.answer.wide(formatCount(cases, context.language), cases)] : []),
  ];
  return said.length === 0 ? [] : [said.join(' ')];
}

function sayCitations(context: ReportContext): string {
  const { words } = context;
  const parts = textsOf(context, 'citationHf1');
  if (parts.length === 0) return words.answer.citationsNone;
  return sayTexts(context, parts, words.answer.citations, words.answer.citationsRange);
}

/** Only where there are any. */
function sayFabricated(context: ReportContext): string[] {
  const { words } = context;
  const parts = partsOf(context, 'fabricationRate').filter(({ value }) => value > 0);
  return parts.length === 0
    ? []
    : [sayParts(context, parts, words.answer.fabricated, words.answer.fabricatedRange)];
}

function sayBurden(context: ReportContext): string[] {
  const { words } = context;
  const parts = textsOf(context, 'findingsPerTrueDefect');
  return parts.length === 0 ? [] : [sayTexts(context, parts, words.answer.burden, words.answer.burdenRange)];
}

/** What a case costs, where it is known. */
function sayCosts(context: ReportContext): string[] {
  const { words, language } = context;
  const parts = calledOf(context).flatMap(({ id, costPerCaseDkk }) =>
    costPerCaseDkk === null
      ? []
      : [{ name: id, value: costPerCaseDkk, text: formatDkk(costPerCaseDkk, language) }],
  );
  return parts.length === 0 ? [] : [sayTexts(context, parts, words.answer.costs, words.answer.costsRange)];
}

function sayCritical(context: ReportContext): string[] {
  const { words } = context;
  const parts = partsOf(context, 'criticalRecall');
  return parts.length === 0
    ? []
    : [sayParts(context, parts, words.answer.critical, words.answer.criticalRange)];
}

/** That the main figures count variants too. */
function sayTheVariants(context: ReportContext): string[] {
  const said = sayVariants(context);
  return said === null ? [] : [context.words.variants.answer(said.all, said.parts)];
}

/** Whether an applicant can steer the models; nothing where it was not tried. */
function sayByInjections(context: ReportContext): string[] {
  const { words } = context;
  const parts = partsOf(context, 'injectionResistance');
  return parts.length === 0
    ? []
    : [sayParts(context, parts, words.answer.injections, words.answer.injectionsRange)];
}

/** Whose answers may as well belong to other cases: whoever would buy must know it first. */
function sayByChance(context: ReportContext): string[] {
  const { words } = context;
  const names = subjectsOf(context).flatMap(({ model, chance }) => {
    const verdict = model.kind === 'baseline' ? null : judgeChance(chance);
    return verdict === 'alike' || verdict === 'notAbove' ? [model.id] : [];
  });
  if (names.length === 0) return [];
  return [
    words.answer.chance(
      names.length <= partsSaid ? joinNames(context, names) : words.answer.many(names.length),
      names.length,
    ),
  ];
}

function sayCoverage(context: ReportContext): string[] {
  const { words, language } = context;
  const short = context.result.models.filter(
    ({ counts }) => counts.answered > 0 && counts.answered < counts.planned,
  );
  if (short.length === 0) return [];
  const list = short.map(({ model, counts }) =>
    words.answer.uncoveredModel(
      model.id,
      formatCount(counts.answered, language),
      countCases(context, counts.planned),
    ),
  );
  const said = words.answer.uncovered(
    list.length <= partsSaid ? list.join('; ') : words.answer.many(list.length),
  );
  return [`${said} ${words.answer.unansweredCounts}`];
}

function modelOf(context: ReportContext, id: string): ModelResult {
  const found = context.result.models.find(({ model }) => model.id === id);
  if (found === undefined) throw new RangeError(`Cannot find model "${id}": it has a rank but no figures`);
  return found;
}
