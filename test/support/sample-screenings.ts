import type { ModelEntry } from '../../evals/scores/model-result.ts';
import { type Screening, ScreeningSchema } from '../../evals/screening/screening.ts';
import { hostileText } from './hostile-text.ts';
import { type SampleCase, sampleCodes } from './sample-cases.ts';

/** Five models: one silent, one fixed list, one good, one in-house with confidences, one hostile and failing. */
export const sampleModels: ModelEntry[] = [
  { id: 'tavs', version: '1', kind: 'baseline', provenance: 'run-by-us' },
  { id: 'fast-liste', version: '1', kind: 'baseline', provenance: 'run-by-us' },
  { id: 'nordlys-2', version: '2.1.0', kind: 'vendor', vendor: 'Nordlys ApS', provenance: 'run-by-us' },
  { id: 'egen-prompt', version: '2026-10-01', kind: 'in-house', provenance: 'run-by-us' },
  {
    id: 'fjord:1',
    version: hostileText.script,
    kind: 'vendor',
    vendor: hostileText.attribute,
    provenance: 'self-reported',
  },
];

interface Draft {
  status?: Screening['status'];
  error?: Screening['error'];
  outcome?: Screening['outcome'];
  findings?: object[];
}

/** What a model of the sample answers on the case at a place; the same every time. */
export function buildSampleScreening(model: ModelEntry, sample: SampleCase, place: number): Screening {
  const { id, version } = model;
  return ScreeningSchema.parse({
    model: { id, version },
    caseId: sample.case.caseId,
    ...answers[id]!(sample, place),
  });
}

const answers: Record<string, (sample: SampleCase, place: number) => Draft> = {
  tavs: () => ({ status: 'answered', findings: [] }),
  'fast-liste': () => ({
    status: 'answered',
    findings: [finding(0, sampleCodes[0]), finding(1, sampleCodes[1])],
  }),
  'nordlys-2': (sample, place) => ({
    status: 'answered',
    outcome: sample.label.outcome,
    findings: [
      ...sample.label.defects
        .filter((_, at) => (place + at) % 5 !== 0)
        .map(({ code }, at) =>
          finding(at, code, {
            text: 'Situationsplanen er ikke vedlagt, så placeringen på grunden kan ikke ses.',
          }),
        ),
      ...(place % 11 === 3 ? [finding(9, 'mangler_snittegning')] : []),
    ],
  }),
  'egen-prompt': (sample, place) => {
    if (place === 7) return { status: 'abstained', findings: [] };
    const hits = sample.label.defects.filter((_, at) => (place + at) % 3 !== 0);
    return {
      status: 'answered',
      findings: [
        ...hits.map(({ code }, at) =>
          finding(at, code, { confidence: 0.9 - at / 10, needsJudgement: at === 1 }),
        ),
        ...hits.slice(0, 1).map(({ code }) => finding(8, code, { confidence: 0.4 })),
        ...(place % 4 === 1
          ? [{ findingId: 'F9', text: 'Byggeriet virker højt i forhold til naboerne.', confidence: 0.2 }]
          : []),
      ],
    };
  },
  'fjord:1': (sample, place) => {
    if (place % 10 === 4)
      return { status: 'timedOut', error: { kind: 'timeout', message: 'no answer within 600 s' } };
    if (place % 10 === 5)
      return { status: 'invalid', error: { kind: 'schema', message: hostileText.script } };
    if (place % 10 === 6)
      return { status: 'failed', error: { kind: 'refused', message: hostileText.attribute } };
    if (place === 0) return { status: 'answered', findings: hostileFindings() };
    return {
      status: 'answered',
      findings: [
        ...sample.label.defects
          .slice(0, 1)
          .map(({ code }) => finding(0, code, { citations: ['BR18 § 9999'] })),
        finding(5, 'pynt', { text: hostileText.formula }),
      ],
    };
  },
};

function finding(place: number, code: string, more: object = {}): object {
  return {
    findingId: `F${place + 1}`,
    code,
    text: `Modellen melder ${code}.`,
    citations: ['BR18 § 10, stk. 1, nr. 2', 'BR18 § 82, stk. 1, nr. 2'],
    evidence: [{ documentId: 'B1', page: 1, quote: 'Bebyggelsesprocent: 28,75.' }],
    ...more,
  };
}

function hostileFindings(): object[] {
  const evidence = [
    { documentId: hostileText.attribute, quote: hostileText.script },
    { field: hostileText.link },
  ];
  return Object.values(hostileText).map((text, place) => ({
    findingId: `H${place + 1}`,
    code: text.slice(0, 150),
    text,
    citations: [text.slice(0, 1500)],
    evidence,
  }));
}
