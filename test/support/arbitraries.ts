import fc from 'fast-check';
import type { Defect } from '../../datasets/label.ts';
import type { Taxonomy } from '../../datasets/taxonomy/taxonomy.ts';
import type { Finding } from '../../evals/screening/screening.ts';

/** A small taxonomy that is not about building law: three groups, six codes. */
export const smallTaxonomy: Taxonomy = {
  schema: 'maalestok.taxonomy.v1',
  id: 'small',
  version: '1',
  titleDa: 'Lille',
  titleEn: 'Small',
  caseTypes: [],
  documentTypes: [],
  fields: [],
  groups: ['x', 'y', 'z'].map((id) => ({ id, nameDa: id, nameEn: id })),
  defects: ['x1', 'x2', 'y1', 'y2', 'z1', 'z2'].map((code) => ({
    code,
    group: code.slice(0, 1),
    nameDa: code,
    nameEn: code,
    severity: 'major',
    role: 'required',
    discretionary: false,
    caseTypes: [],
    citations: ['br18/10/1/2'],
    alternatives: [],
    variants: [],
    definitionDa: code,
  })),
};

export const knownCodes = smallTaxonomy.defects.map((defect) => defect.code);

const provisions = [
  'br18/10/1/1',
  'br18/10/1/2',
  'br18/10/2/1',
  'br18/177//2',
  'br18/170/2/3',
  'planloven/18',
  'lokalplan:7/6.2',
];
const places = [{ documentId: 'a' }, { documentId: 'b', page: 2 }, { field: 'f' }];

export const findingArbitrary: fc.Arbitrary<Omit<Finding, 'findingId'>> = fc.record(
  {
    text: fc.constantFrom('', 'tekst'),
    code: fc.constantFrom(...knownCodes, 'ukendt'),
    citations: fc.subarray([...provisions, 'ingen hjemmel', 'BR18 § 812'], { maxLength: 3 }),
    evidence: fc.subarray([...places, { documentId: 'nowhere' }]),
    confidence: fc.constantFrom(0.2, 0.5, 0.9),
  },
  { requiredKeys: ['text', 'citations', 'evidence'] },
);

export const defectArbitrary: fc.Arbitrary<Omit<Defect, 'defectId'>> = fc.record({
  code: fc.constantFrom(...knownCodes),
  role: fc.constantFrom('required', 'required', 'advisory', 'contested'),
  severity: fc.constantFrom('critical', 'major', 'minor'),
  discretionary: fc.boolean(),
  citationSets: fc.array(fc.subarray(provisions, { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
  evidence: fc.subarray(places),
});

/** Findings f1, f2 …; repeats of the same content are common. */
export function findingsArbitrary(maxLength: number): fc.Arbitrary<Finding[]> {
  return fc
    .array(findingArbitrary, { maxLength })
    .map((list) => list.map((finding, index) => ({ ...finding, findingId: `f${index + 1}` }) as Finding));
}

export function defectsArbitrary(maxLength: number): fc.Arbitrary<Defect[]> {
  return fc
    .array(defectArbitrary, { maxLength })
    .map((list) => list.map((defect, index) => ({ ...defect, defectId: `d${index + 1}` })));
}
