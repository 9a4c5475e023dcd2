import type { Language } from '../../datasets/language.ts';
import { builtInCatalogue } from '../../datasets/rules/built-in-catalogue.ts';
import { builtInTaxonomy } from '../../datasets/taxonomy/built-in-taxonomy.ts';
import { ProtocolSchema, type Result } from '../../evals/artifacts.ts';
import { prepareGold, scoreAnswers } from '../../evals/scores/score-case.ts';
import { computeResult } from '../../evals/steps/compute-result.ts';
import type { CaseMaterial } from '../../reports/case-view/case-material.ts';
import type { ReportInput } from '../../reports/comparison/render-report.ts';
import { wordingOf } from '../../reports/wording/wording-of.ts';
import { buildSampleCases } from './sample-cases.ts';
import { buildSampleScreening, sampleModels } from './sample-screenings.ts';

export interface Sample {
  result: Result;
  materials: CaseMaterial[];
}

let sample: Promise<Sample> | undefined;

/** A small result with its cases, scored by the real scorer: failures, undefined figures, hostile text and all. */
export function sampleResult(): Promise<Sample> {
  sample ??= buildSample();
  return sample;
}

/** What a report of the sample is rendered from. */
export async function sampleReportInput(language: Language): Promise<ReportInput> {
  const { result } = await sampleResult();
  const words = wordingOf(language);
  return { result, language, words, taxonomy: builtInTaxonomy(), catalogue: builtInCatalogue() };
}

/** The materials one at a time. */
export async function* streamOf(materials: readonly CaseMaterial[]): AsyncGenerator<CaseMaterial> {
  yield* materials;
}

/** All of a stream of text. */
export async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  return (await Array.fromAsync(pieces)).join('');
}

async function buildSample(): Promise<Sample> {
  const context = { taxonomy: builtInTaxonomy(), catalogue: builtInCatalogue(), policy: 'standard' as const };
  const scored = buildSampleCases().map((one, place) => {
    const gold = prepareGold(one.case, one.label, context);
    const answers = sampleModels.map((model) => {
      const screening = buildSampleScreening(model, one, place);
      return { modelId: model.id, screening, scored: scoreAnswers(gold, [screening], context) };
    });
    return { ...one, answers };
  });
  const materials = scored.map(({ answers, ...one }): CaseMaterial => {
    const shown = answers.map(({ modelId, screening, scored: { score } }) => ({ modelId, screening, score }));
    return { ...one, answers: shown };
  });
  const defects = materials.flatMap(({ label }) => label.defects);
  const count = (role: string) => defects.filter((defect) => defect.role === role).length;
  const complete = materials.filter(({ label }) => label.outcome === 'complete').length;
  const result = await computeResult({
    head: {
      schema: 'maalestok.result.v1',
      runId: 'proeve-1',
      suite: { id: 'proeve', titleDa: 'Prøvemåling af fem modeller', titleEn: 'Trial of five models' },
      dataset: {
        id: 'proeve-da',
        version: '1.0.0',
        titleDa: 'Prøvesager',
        titleEn: 'Trial cases',
        synthetic: true,
        noticeDa: 'Alle sager, navne og steder er opdigtede. Ingen fagperson har gennemgået dem.',
        noticeEn: 'All cases, names and places are made up. No professional has reviewed them.',
        split: 'practice',
        cases: materials.length,
        completeCases: complete,
        deficientCases: materials.length - complete,
        requiredDefects: count('required'),
        advisoryDefects: count('advisory'),
        contestedDefects: count('contested'),
      },
      comparabilityKey: 'c0ffee'.repeat(11).slice(0, 64),
      comparability: {
        datasetContent: 'a'.repeat(64),
        split: 'practice',
        cases: 'b'.repeat(64),
        labels: '1',
        catalogue: 'byggeret 1',
        taxonomy: 'byggesag 1.0',
        scorer: '1.0.0',
        policy: 'standard',
        protocol: ProtocolSchema.parse({}),
      },
      people: null,
    },
    goldGroups: [
      ...new Set(
        materials.flatMap(({ answers }) =>
          answers[0]!.score.repeats[0]!.defects.flatMap(({ group }) => group ?? []),
        ),
      ),
    ].toSorted(),
    models: sampleModels,
    catalogue: builtInCatalogue(),
    relations: new Map(),
    scoredCases: (async function* () {
      for (const { answers } of scored) yield answers.map((answer) => answer.scored);
    })(),
  });
  return { result, materials };
}
