import MiniSearch from 'minisearch';
import type { Case } from '../../datasets/case.ts';
import type { Defect } from '../../datasets/label.ts';
import type { CitationInput } from '../../datasets/rules/citation.ts';
import type { Taxonomy } from '../../datasets/taxonomy/taxonomy.ts';
import type { Model, ModelAnswer } from '../ports.ts';
import type { Finding } from '../screening/screening.ts';
import { baselineVersions } from './baseline-versions.ts';
import { generalCitations } from './general-citations.ts';
import type { LabelledCase } from './labelled-case.ts';

/** Answers with the required defects of the most similar practice case (BM25 over all text; ties by caseId). */
export function learnNearestCase(
  practice: readonly LabelledCase[],
  taxonomy: Pick<Taxonomy, 'defects'>,
): Model {
  const types = new Map(taxonomy.defects.map((type) => [type.code, type]));
  const byId = new Map(practice.map((item) => [item.case.caseId, item]));
  const index = new MiniSearch<{ id: string; text: string }>({ fields: ['text'], tokenize: tokenise });
  index.addAll([...byId.values()].map((item) => ({ id: item.case.caseId, text: caseText(item.case) })));

  const toFinding = (defect: Defect, position: number): Finding => {
    const type = types.get(defect.code);
    const own = (defect.citationSets[0] ?? []).filter((citation) => !isLocal(citation));
    return {
      findingId: `f${position + 1}`,
      text: type?.nameDa ?? defect.code,
      code: defect.code,
      citations: own.length > 0 || type === undefined ? own : generalCitations(type),
      evidence: [],
      needsJudgement: defect.discretionary,
    };
  };

  return {
    id: 'nearest-case',
    version: baselineVersions['nearest-case'],
    async screen(caseShown): Promise<ModelAnswer> {
      const nearestId = findNearest(index, caseText(caseShown));
      const nearest = nearestId === undefined ? undefined : byId.get(nearestId);
      if (nearest === undefined) return { outcome: 'complete', findings: [] };
      const required = nearest.label.defects.filter((defect) => defect.role === 'required');
      return { outcome: nearest.label.outcome, findings: required.map(toFinding) };
    },
  };
}

/**
 * The most similar case: its BM25 scores of all words, times how many different words of the question it has. Each word
 * is looked up once; asked for all at once, the index takes a time that grows with the square of their number.
 */
function findNearest(index: MiniSearch<{ id: string; text: string }>, text: string): string | undefined {
  const scores = new Map<string, { sum: number; words: number }>();
  const words = Map.groupBy(tokenise(text), (word) => word);
  for (const [word, same] of words) {
    for (const { id, score } of index.search(word, { tokenize: (each) => [each] })) {
      const so = scores.get(String(id)) ?? { sum: 0, words: 0 };
      scores.set(String(id), { sum: so.sum + score * same.length, words: so.words + 1 });
    }
  }
  const ranked = [...scores].map(([id, { sum, words: matched }]) => ({ id, score: sum * matched }));
  return ranked.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))[0]?.id;
}

/** Lower-case words and numbers; `2,5` and `m²` stay whole. */
function tokenise(text: string): string[] {
  return text.toLocaleLowerCase('da').match(/[\p{L}\p{N}²]+(?:[.,]\p{N}+)*/gu) ?? [];
}

function caseText(item: Case): string {
  const fields = Object.entries(item.fields).map(([name, value]) => `${name} ${String(value)}`);
  const rules = item.localRules.map((rule) => rule.text);
  const documents = item.documents.flatMap((doc) => [
    doc.type,
    doc.title,
    ...doc.pages.map((page) => page.text),
  ]);
  return [item.caseType, item.zone, ...fields, ...rules, ...documents].join('\n');
}

/** Another case's plan says nothing about this one. */
function isLocal(citation: CitationInput): boolean {
  return (typeof citation === 'string' ? citation : (citation.law ?? '')).startsWith('lokalplan');
}
