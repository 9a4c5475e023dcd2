import { policies } from '../../evals/matching/policy.ts';
import type { ModelResult } from '../../evals/scores/model-result.ts';
import type { Figure } from '../../evals/statistics/interval.ts';
import type { NaiveScores } from './naive-scores.ts';

type Rates = ModelResult['selective'];
type Figures = Record<string, Figure>;

const levels = ['exact', 'paragraph', 'hierarchical'] as const;

/** A model's result under the names of the naive recount. */
export function figuresOf(result: ModelResult): NaiveScores {
  return {
    figures: Object.fromEntries(
      Object.entries(allFigures(result)).map(([name, { value, items, cases }]) => [
        name,
        { value, items, cases },
      ]),
    ),
    values: allValues(result),
    counts: Object.fromEntries(Object.entries(allCounts(result)).filter(([, count]) => count > 0)),
    curve: result.defects.precisionRecall,
  };
}

function allFigures({
  coverage,
  defects,
  completeCases,
  selective,
  policies: byPolicy,
  slices,
  ...rest
}: ModelResult): Figures {
  const { citations, evidence } = rest;
  return {
    coverage,
    caught: defects.caughtRate,
    exact: defects.exactCaseRate,
    outcome: defects.outcomeAccuracy,
    'critical recall': defects.criticalRecall,
    'advisory recall': defects.advisoryRecall,
    'contested recall': defects.contestedRecall,
    passed: completeCases.passed,
    'false alarm': completeCases.falseAlarm,
    abstained: completeCases.abstained,
    failed: completeCases.failed,
    'false-alarm rate': completeCases.falseAlarmRate,
    fabrication: citations.fabricationRate,
    unchecked: citations.uncheckedShare,
    'findings with nonexistent': citations.findingsWithNonexistent,
    'verbatim quotes': evidence.verbatimQuotes,
    'fabricated quotes': evidence.fabricatedQuotes,
    ...twoSides('evidence', evidence),
    ...Object.assign(
      {},
      ...levels.map((level) => twoSides(`given match ${level}`, citations.givenMatch[level])),
    ),
    ...Object.assign({}, ...levels.map((level) => twoSides(`overall ${level}`, citations.overall[level]))),
    ...Object.assign({}, ...policies.map((policy) => allSides(policy, byPolicy[policy]!))),
    ...allSides('headline', defects),
    ...allSides('selective', selective),
    ...allSides('codeSet', defects.codeSet),
    ...Object.assign({}, ...slices.group.map((slice) => allSides(`group:${slice.id}`, slice))),
    ...Object.assign({}, ...slices.caseType.map((slice) => allSides(`caseType:${slice.id}`, slice))),
    ...Object.assign({}, ...slices.municipality.map((slice) => allSides(`municipality:${slice.id}`, slice))),
    ...Object.assign({}, ...slices.documentType.map((slice) => twoSides(`documentType:${slice.id}`, slice))),
    ...Object.fromEntries(slices.severity.map(({ id, recall }) => [`severity:${id} recall`, recall])),
  };
}

function twoSides(name: string, { precision, recall }: Pick<Rates, 'precision' | 'recall'>): Figures {
  return { [`${name} precision`]: precision, [`${name} recall`]: recall };
}

function allSides(name: string, rates: Rates): Figures {
  return { ...twoSides(name, rates), [`${name} f1`]: rates.f1 };
}

function allValues({ defects, citations, evidence }: ModelResult): NaiveScores['values'] {
  const f1s = levels.flatMap((level) => [
    [`given match ${level} f1`, citations.givenMatch[level].f1.value],
    [`overall ${level} f1`, citations.overall[level].f1.value],
  ]);
  return {
    'findings per case': defects.findingsPerCase.value,
    'duplicates per case': defects.duplicatesPerCase.value,
    'places per finding': evidence.placesPerFinding.value,
    'evidence f1': evidence.f1.value,
    ...Object.fromEntries(f1s),
    f2: defects.f2.value,
    'macro f1': defects.macroF1.value,
    'average precision': defects.averagePrecision.value,
  };
}

function allCounts(result: ModelResult): Record<string, number> {
  const { citations, slices, defects } = result;
  const counts: Record<string, number> = {
    ...result.counts,
    'complete cases': result.completeCases.cases,
    written: citations.written,
    'too broad': citations.tooBroad,
  };
  const confusions: [string, Confusion][] = [
    ['headline', defects],
    ...policies.map((policy): [string, Confusion] => [policy, result.policies[policy]!]),
    ...slices.group.map((slice): [string, Confusion] => [`group:${slice.id}`, slice]),
    ...slices.caseType.map((slice): [string, Confusion] => [`caseType:${slice.id}`, slice]),
    ...slices.municipality.map((slice): [string, Confusion] => [`municipality:${slice.id}`, slice]),
  ];
  for (const [name, { truePositives, falsePositives, falseNegatives }] of confusions) {
    counts[`${name} tp`] = truePositives;
    counts[`${name} fp`] = falsePositives;
    counts[`${name} fn`] = falseNegatives;
  }
  for (const policy of policies) {
    counts[`${policy} neutral`] = result.policies[policy]!.neutral;
    counts[`${policy} duplicates`] = result.policies[policy]!.duplicates;
  }
  for (const { kind, count } of result.errors) counts[`error ${kind}`] = count;
  for (const [verdict, count] of Object.entries(citations.validity)) counts[`citations ${verdict}`] = count;
  for (const { code, missed } of result.misses) counts[`missed ${code}`] = missed;
  for (const { code, findings } of result.falseAlarms) {
    counts[`false alarm ${code ?? 'without a code'}`] = findings;
  }
  return counts;
}

type Confusion = Record<'truePositives' | 'falsePositives' | 'falseNegatives', number>;
