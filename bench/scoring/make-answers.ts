import type { Defect } from '../../datasets/label.ts';
import { builtInCatalogue } from '../../datasets/rules/built-in-catalogue.ts';
import type { CitationInput } from '../../datasets/rules/citation.ts';
import { parseCitationId } from '../../datasets/rules/citation-id.ts';
import { displayCitation } from '../../datasets/rules/display-citation.ts';
import { builtInTaxonomy } from '../../datasets/taxonomy/built-in-taxonomy.ts';
import type { ModelEntry } from '../../evals/scores/model-result.ts';
import type { Finding, Screening } from '../../evals/screening/screening.ts';
import { createRandom, type Random } from '../../evals/statistics/random.ts';
import { drawType, type MadeCase } from './make-gold.ts';

/** How a synthetic model answers. */
interface Manner {
  recall: number;
  /** Mean findings a case without a defect behind them. */
  falseFindings: number;
  failures: number;
  confidence: boolean;
}

const manners: readonly Manner[] = [
  { recall: 0.78, falseFindings: 0.8, failures: 0.005, confidence: true },
  { recall: 0.74, falseFindings: 0.7, failures: 0.01, confidence: false },
  { recall: 0.7, falseFindings: 1.1, failures: 0, confidence: true },
  { recall: 0.55, falseFindings: 0.4, failures: 0.03, confidence: false },
  { recall: 0.3, falseFindings: 1.6, failures: 0, confidence: false },
];

export const models: readonly ModelEntry[] = manners.map((_, at) => ({
  id: `model-${at + 1}`,
  version: '1',
  kind: 'vendor',
  provenance: 'self-reported',
}));

/** The answers of one synthetic model, case after case: the same for the same seed, whoever else is asked. */
export function createAnswerer(at: number, seed: string): (made: MadeCase) => Screening {
  const random = createRandom(JSON.stringify([seed, 'model', at]));
  const manner = manners[at]!;
  const { id, version } = models[at]!;
  return ({ caseShown, label }) => {
    const head = {
      schema: 'maalestok.screening.v1',
      model: { id, version },
      caseId: label.caseId,
      repeat: 0,
    } as const;
    if (random.float() < manner.failures) {
      return {
        ...head,
        status: 'failed',
        findings: [],
        error: { kind: 'unavailable', message: 'no answer' },
      };
    }
    const places = caseShown.documents.map(({ documentId }) => documentId);
    const findings: Finding[] = [];
    for (const defect of label.defects) {
      if (random.float() < manner.recall) findings.push(hit(defect, places, random));
    }
    for (let rest = manner.falseFindings; random.float() < rest; rest -= 1)
      findings.push(miss(places, random));
    findings.forEach((finding, number) => {
      finding.findingId = `f${number + 1}`;
      if (manner.confidence) finding.confidence = (30 + random.below(70)) / 100;
    });
    return { ...head, status: 'answered', findings };
  };
}

function hit(defect: Defect, places: readonly string[], random: Random): Finding {
  const [evidence] = defect.evidence as { documentId: string }[];
  const own = random.float();
  const type = builtInTaxonomy().defects.find(({ code }) => code === defect.code)!;
  const sibling = builtInTaxonomy().defects.find(
    ({ group, code }) => group === type.group && code !== type.code,
  );
  const code = own < 0.9 ? type.code : own < 0.95 ? sibling?.code : undefined;
  return {
    findingId: '',
    text: `${type.nameDa}, se bilaget ${evidence!.documentId}.`,
    ...(code === undefined ? {} : { code }),
    citations:
      random.float() < 0.8
        ? defect.citationSets[0]!.map((citation) => written(citation, random))
        : [anyCitation(random)],
    evidence: [
      { documentId: random.float() < 0.8 ? evidence!.documentId : places[random.below(places.length)]! },
    ],
    ...(random.float() < 0.3 ? { needsJudgement: true } : {}),
  };
}

function miss(places: readonly string[], random: Random): Finding {
  const type = drawType(builtInTaxonomy().defects, random);
  return {
    findingId: '',
    text: `${type.nameDa}: det fremgår ikke af materialet.`,
    code: type.code,
    citations: [anyCitation(random)],
    evidence: [{ documentId: places[random.below(places.length)]! }],
  };
}

function anyCitation(random: Random): CitationInput {
  const type = builtInTaxonomy().defects[random.below(builtInTaxonomy().defects.length)]!;
  const [citation] = type.citations;
  return citation === 'lokalplan' ? 'lokalplanens § 6.2' : written(citation!, random);
}

const displayed = new Map<string, string>();

/** As a canonical id, or as a caseworker writes it. */
function written(citation: CitationInput, random: Random): CitationInput {
  if (typeof citation !== 'string' || random.float() < 0.5) return citation;
  let text = displayed.get(citation);
  if (text === undefined) {
    const parsed = parseCitationId(citation);
    text = parsed === null ? citation : displayCitation(parsed, builtInCatalogue());
    displayed.set(citation, text);
  }
  return text;
}
