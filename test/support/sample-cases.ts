import { type Case, CaseSchema } from '../../datasets/case.ts';
import { type Label, LabelSchema } from '../../datasets/label.ts';
import { builtInTaxonomy } from '../../datasets/taxonomy/built-in-taxonomy.ts';
import { defectTypeOf } from '../../datasets/taxonomy/taxonomy.ts';

export interface SampleCase {
  case: Case;
  label: Label;
}

/** Codes that the sample's cases may have; the first is critical. */
export const sampleCodes = [
  'mangler_situationsplan',
  'modstrid_areal',
  'bebyggelsesprocent_overskredet',
  'mangler_fuldmagt',
  'forkert_brandklasse',
  'lokalplan_placering',
] as const;

const types = ['enfamiliehus_ny', 'tilbygning', 'sommerhus', 'altan'];

/** 30 small cases, 8 of them complete, one with hostile text; the same every time. */
export function buildSampleCases(): SampleCase[] {
  return Array.from({ length: 30 }, (_, place) => {
    const caseId = `sag-${String(place + 1).padStart(3, '0')}`;
    const codes =
      place % 4 === 3
        ? []
        : sampleCodes.filter((_, code) => (place + code) % 3 === 0 || (place * code) % 7 === 1);
    return { case: buildCase(caseId, place), label: buildLabel(caseId, codes) };
  });
}

function buildCase(caseId: string, place: number): Case {
  return CaseSchema.parse({
    caseId,
    task: 'application',
    caseType: place === 2 ? 'altan' : types[place % 3],
    municipality: place % 2 === 0 ? 'Fjordby' : 'Engholm',
    applicationDate: '2024-09-02',
    zone: 'byzone',
    fields: {
      adresse: `Prøvevej ${place + 1}, 0000 Fjordby`,
      antal_ejere: 2,
      ejer_signatur: place % 2 === 0,
      bebyggelsesprocent: 28.75,
    },
    documents: [
      {
        documentId: 'B1',
        type: 'ansoegning',
        title: 'Ansøgning om byggetilladelse',
        date: '2024-09-02',
        pages: [
          {
            page: 1,
            text: `Der søges om opførelse af enfamiliehus på 148,5 m².\n\nGrundens areal: 712 m².\nBebyggelsesprocent: 28,75.`,
          },
        ],
      },
      {
        documentId: 'B2',
        type: 'beskrivelse',
        title: place === 0 ? '<script>alert("bilag")</script>' : 'Beskrivelse af byggearbejdet',
        pages: [
          { page: 1, text: 'Huset opføres i tegl med tagpap. Højde 6,2 m.', ocr: true },
          { page: 2, text: '' },
        ],
      },
    ],
    files: [
      {
        fileId: 'F1',
        name: 'situationsplan.pdf',
        mediaType: 'application/pdf',
        sha256: 'a'.repeat(64),
        bytes: 48_213,
      },
    ],
    localRules: [
      {
        plan: '1.23',
        paragraph: '7.4',
        topic: 'Afstand til vejskel',
        operator: '>=',
        value: 5,
        unit: 'm',
        text: 'Bebyggelse skal holde mindst 5 m til vejskel.',
      },
    ],
  });
}

function buildLabel(caseId: string, codes: readonly string[]): Label {
  const defects = codes.map((code, place) => {
    const type = defectTypeOf(builtInTaxonomy(), code)!;
    const citations =
      code === 'lokalplan_placering'
        ? ['lokalplan:1.23/7.4']
        : type.citations.filter((id) => id !== 'lokalplan');
    return {
      defectId: `M${place + 1}`,
      code,
      role: type.role,
      severity: type.severity,
      discretionary: type.discretionary,
      citationSets: [citations, ...type.alternatives.map((id) => [id])],
      evidence: [{ documentId: 'B1', page: 1 }, { field: 'bebyggelsesprocent' }],
      note: 'Konstrueret til prøven.',
    };
  });
  return LabelSchema.parse({
    caseId,
    labelVersion: '1',
    outcome: defects.length === 0 ? 'complete' : 'deficient',
    provenance: 'synthetic',
    defects,
  });
}
