import type { Case } from '../../datasets/case.ts';
import type { Defect, Label } from '../../datasets/label.ts';
import { builtInTaxonomy } from '../../datasets/taxonomy/built-in-taxonomy.ts';
import type { DefectType } from '../../datasets/taxonomy/taxonomy.ts';
import { createRandom, type Random } from '../../evals/statistics/random.ts';

const completeShare = 0.3;
const plans = 200;
const municipalities = 6;
const documentTypes = ['ansoegning', 'beskrivelse', 'situationsplan', 'plantegning_ny'];
const sentences = [
  'Bygningen opføres med facader i blank mur og tag af sort tegl.',
  'Afstanden til skel mod nabo er målt til 2,65 m på situationsplanen.',
  'Det bebyggede areal udgør 164 m², heraf 38 m² integreret garage.',
  'Kote for færdigt gulv er 24,30 DVR90, og terrænet reguleres ikke.',
];

/** A synthetic case with its label. */
export interface MadeCase {
  caseShown: Case;
  label: Label;
}

/**
 * Synthetic cases in the built-in taxonomy: 14 case types, codes by Zipf's law, 1 to 6 defects in 70 % of
 * them, four short documents, a local plan. The same seed gives the same cases.
 */
export function* makeCases(count: number, seed: string): Generator<MadeCase> {
  const random = createRandom(JSON.stringify([seed, 'gold']));
  const typesOf = new Map(
    builtInTaxonomy().caseTypes.map(({ id }) => [
      id,
      builtInTaxonomy().defects.filter(({ caseTypes }) => caseTypes.length === 0 || caseTypes.includes(id)),
    ]),
  );
  for (let at = 0; at < count; at += 1) {
    const { id: caseType } = builtInTaxonomy().caseTypes[random.below(builtInTaxonomy().caseTypes.length)]!;
    const caseShown = makeCase(`c${String(at).padStart(6, '0')}`, caseType, random);
    yield { caseShown, label: makeLabel(caseShown, typesOf.get(caseType)!, random) };
  }
}

/** One of the types: the k-th with a probability that falls as 1/k. */
export function drawType(types: readonly DefectType[], random: Random): DefectType {
  const place = Math.floor((types.length + 1) ** random.float()) - 1;
  return types[Math.min(place, types.length - 1)]!;
}

function makeCase(caseId: string, caseType: string, random: Random): Case {
  const plan = `${1 + random.below(plans)}`;
  const offset = random.below(sentences.length);
  return {
    schema: 'maalestok.case.v1',
    caseId,
    task: 'application',
    caseType,
    municipality: `kommune-${1 + random.below(municipalities)}`,
    applicationDate: '2024-09-12',
    zone: 'byzone',
    fields: { grundareal_m2: 700 + random.below(300) },
    documents: documentTypes.map((type, at) => ({
      documentId: `${caseId}-${at + 1}`,
      type,
      title: type,
      pages: [{ page: 1, text: sentences[(at + offset) % sentences.length]! }],
    })),
    files: [],
    localRules: [
      { plan, paragraph: '6.2', topic: 'hoejde', text: 'Bygninger må ikke være højere end 8,5 m.' },
    ],
  };
}

function makeLabel(caseShown: Case, types: readonly DefectType[], random: Random): Label {
  const { caseId } = caseShown;
  const wanted =
    random.float() < completeShare ? 0 : 1 + Math.min(5, Math.floor(-1.6 * Math.log(1 - random.float())));
  const defects: Defect[] = [];
  while (defects.length < wanted) {
    const type = drawType(types, random);
    defects.push({
      defectId: `${caseId}-m${defects.length + 1}`,
      code: type.code,
      role: type.role,
      severity: type.severity,
      discretionary: type.discretionary,
      citationSets: [type.citations, ...type.alternatives.map((other) => [other])].map((set) =>
        set.map((citation) => ofCase(citation, caseShown)),
      ),
      evidence: [{ documentId: `${caseId}-${1 + random.below(documentTypes.length)}`, page: 1 }],
    });
  }
  const deficient = defects.some(({ role }) => role === 'required');
  return {
    schema: 'maalestok.label.v1',
    caseId,
    labelVersion: '1',
    outcome: deficient ? 'deficient' : 'complete',
    provenance: 'synthetic',
    defects,
  };
}

/** The taxonomy's placeholder as the case's own plan. */
function ofCase(citation: string, { localRules: [rule] }: Case): string {
  return citation === 'lokalplan' ? `lokalplan:${rule!.plan}/${rule!.paragraph}` : citation;
}
