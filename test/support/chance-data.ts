import fc from 'fast-check';
import type { LocalRule } from '../../datasets/case.ts';
import { builtInCatalogue } from '../../datasets/rules/built-in-catalogue.ts';
import type { Policy } from '../../evals/matching/policy.ts';
import { prepareDefect, prepareFinding } from '../../evals/matching/prepare.ts';
import { ChanceCollector } from '../../evals/scores/chance/chance-collector.ts';
import type { Chance } from '../../evals/scores/chance/chance-result.ts';
import { MatchClasses } from '../../evals/scores/chance/match-classes.ts';
import { smallTaxonomy } from './arbitraries.ts';
import { familyOf } from './naive-chance.ts';
import { type AnsweredCase, type DataSize, dataArbitrary } from './scoring-data.ts';

/** Data of several case types and local plans; some answers speak of `the local plan` without naming it. */
export function chanceDataArbitrary(size: DataSize, caseTypes: number): fc.Arbitrary<AnsweredCase[]> {
  const setting = fc.record({
    caseType: fc.nat({ max: caseTypes - 1 }).map((at) => `type-${at}`),
    plans: fc.constantFrom([], ['7'], ['7'], ['8'], ['7', '8']),
    unnamed: fc.boolean(),
    wordy: fc.boolean(),
    labelUnnamed: fc.boolean(),
  });
  return fc
    .tuple(dataArbitrary(size), fc.array(setting, { minLength: size.cases, maxLength: size.cases }))
    .map(([data, settings]) =>
      data.map((each, at) => {
        const { caseType, plans, unnamed, wordy, labelUnnamed } = settings[at]!;
        return {
          ...each,
          caseShown: { ...each.caseShown, caseType, localRules: plans.map(localRule) },
          label: labelUnnamed
            ? {
                ...each.label,
                defects: each.label.defects.map((defect) => ({
                  ...defect,
                  citationSets: defect.citationSets.map(unname),
                })),
              }
            : each.label,
          screenings: each.screenings.map((screening) => ({
            ...screening,
            findings: screening.findings.map((finding) => ({
              ...finding,
              citations: [
                ...(unnamed ? unname(finding.citations) : finding.citations),
                ...(wordy && finding.citations.length > 0 ? ['lokalplanens § 8.1'] : []),
              ],
            })),
          })),
        };
      }),
    );
}

export function localRule(plan: string): LocalRule {
  return { plan, paragraph: '6.2', topic: 'facade', text: 'Facader skal være af tegl.' };
}

/** The citations with `lokalplanens` for plan 7, and beside it a provision of plan 7 by name. */
export function unname<T>(citations: readonly T[]): (T | string)[] {
  return citations.flatMap((citation) =>
    citation === 'lokalplan:7/6.2'
      ? ['lokalplanens § 6.2']
      : citation === 'planloven/18'
        ? [citation, 'lokalplan 7, § 6.3']
        : [citation],
  );
}

/** The figures as the project computes them. */
export function collectChance(
  data: readonly AnsweredCase[],
  policy: Policy,
  classes: MatchClasses = new MatchClasses(policy, builtInCatalogue()),
  seed = 'seed',
): Chance {
  const collector = new ChanceCollector(classes);
  for (const each of data) {
    const { caseId, caseType, localRules } = each.caseShown;
    const context = { taxonomy: smallTaxonomy, catalogue: builtInCatalogue(), localRules };
    collector.add({
      family: familyOf(each),
      caseId,
      caseType,
      localRules,
      defects: each.label.defects.map((defect) => prepareDefect(defect, context)),
      findings: each.screenings.map(({ status, findings }) =>
        status === 'answered' ? findings.map((finding) => prepareFinding(finding, context)) : [],
      ),
    });
  }
  return collector.finish(seed);
}
