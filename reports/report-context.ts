import type { Language } from '../datasets/language.ts';
import type { Catalogue } from '../datasets/rules/catalogue.ts';
import { defectTypeOf, type Taxonomy } from '../datasets/taxonomy/taxonomy.ts';
import type { Operation, Result } from '../evals/artifacts.ts';
import type { Policy } from '../evals/matching/policy.ts';
import type { ModelResult } from '../evals/scores/model-result.ts';
import type { Municipalities } from './municipalities.ts';
import { type OperationFigures, operationOf } from './operation-figures.ts';
import { formatCount } from './render/format-number.ts';
import { nameOf } from './render/name-of.ts';
import type { Wording } from './wording/wording.ts';

/** What every part of a report is written from. */
export interface ReportContext {
  result: Result;
  language: Language;
  words: Wording;
  taxonomy: Taxonomy;
  catalogue: Catalogue;
  municipalities: Municipalities;
  /** Time and cost, of the models that were really called. */
  operation?: Operation | undefined;
}

/** `32 sager`, `1 sag`. */
export function countCases(context: Pick<ReportContext, 'words' | 'language'>, cases: number): string {
  return context.words.caseCount(formatCount(cases, context.language), cases);
}

/** Time and cost of every model that was really called, in the order of the report. */
export function calledOf({ result, operation }: ReportContext): OperationFigures[] {
  return result.models.flatMap(({ model }) => operationOf(operation, model) ?? []);
}

/** What a defect type is called; the code itself where the taxonomy does not know it. */
export function codeName(context: ReportContext, code: string): string {
  const type = defectTypeOf(context.taxonomy, code);
  return type === undefined ? context.words.errors.unknownCode(code) : nameOf(type, context.language);
}

/** The name of a group, case type or document type; its id where the taxonomy does not know it. */
export function termName(
  context: ReportContext,
  kind: 'groups' | 'caseTypes' | 'documentTypes',
  id: string,
): string {
  const found = context.taxonomy[kind]?.find((term) => term.id === id);
  return found === undefined ? id : nameOf(found, context.language);
}

/** `a, b og c`. */
export function joinNames(context: ReportContext, names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${context.words.and} ${names.at(-1)}`;
}

/** The models that a reader may buy or use: all but the baselines; those too where there are no others. */
export function subjectsOf({ result }: ReportContext): ModelResult[] {
  const subjects = result.models.filter(({ model }) => model.kind !== 'baseline');
  return subjects.length > 0 ? subjects : result.models;
}

/** Whether the adjusted test says that one model has the higher F1. */
export function isBetter({ result }: ReportContext, better: string, worse: string): boolean {
  return result.comparisons.some((pair) => {
    if (!pair.different || pair.difference === null) return false;
    return pair.a === better
      ? pair.b === worse && pair.difference > 0
      : pair.a === worse && pair.b === better && pair.difference < 0;
  });
}

/** What a matching policy is called, and that it is the headline's where it is. */
export function policyName({ words, result }: ReportContext, policy: Policy): string {
  const name = words.policies.names[policy];
  return policy === result.comparability.policy ? words.policies.headline(name) : name;
}
