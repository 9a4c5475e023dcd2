import type { z } from 'zod';
import { builtInCatalogue } from '../../datasets/rules/built-in-catalogue.ts';
import { builtInTaxonomy } from '../../datasets/taxonomy/built-in-taxonomy.ts';
import {
  contractVersion,
  type Problem,
  type VendorAnswerSchema,
  type VendorRequest,
} from '../../evals/screening/vendor-contract.ts';

const catalogue = builtInCatalogue();

/** A case that is made up, and says so. */
export const requestExample: VendorRequest = {
  contract: contractVersion,
  requestId: '3f'.repeat(32),
  repeat: 0,
  case: {
    schema: 'maalestok.case.v1',
    caseId: 'eks-1',
    task: 'application',
    caseType: 'tilbygning',
    municipality: 'Eksempelkøbing',
    applicationDate: '2024-09-12',
    zone: 'byzone',
    fields: { grundareal_m2: 812, tilbygning_m2: 24, afstand_nabo_m: 2.1, ejer_signatur: true },
    documents: [
      {
        documentId: 'dok-1',
        type: 'situationsplan',
        title: 'Situationsplan',
        date: '2024-09-02',
        scale: '1:500',
        fileId: 'fil-1',
        pages: [
          { page: 1, text: 'SYNTETISK EKSEMPEL – ingen virkelig sag.\nTilbygning til skel øst 2,10 m.' },
        ],
      },
    ],
    files: [
      {
        fileId: 'fil-1',
        name: 'Situationsplan.pdf',
        mediaType: 'application/pdf',
        sha256: 'c5'.repeat(32),
        bytes: 48_213,
      },
    ],
    localRules: [],
  },
  files: [
    {
      fileId: 'fil-1',
      name: 'Situationsplan.pdf',
      mediaType: 'application/pdf',
      sha256: 'c5'.repeat(32),
      bytes: 48_213,
      url: 'https://files.example/c5c5?signature=example',
      expiresAt: '2026-01-01T12:15:00.000Z',
    },
  ],
  taxonomy: { id: builtInTaxonomy().id, version: builtInTaxonomy().version },
  catalogue: { id: catalogue.id, version: catalogue.version },
};

export const answerExamples: Record<string, z.input<typeof VendorAnswerSchema>> = {
  findings: {
    caseId: 'eks-1',
    status: 'answered',
    outcome: 'deficient',
    findings: [
      {
        findingId: 'f1',
        text: 'Tilbygningen står 2,10 m fra skel mod nabo; kommunen skal foretage en helhedsvurdering.',
        code: 'afstand_skel_vej_bolig',
        citations: ['BR18 § 177, nr. 2'],
        evidence: [{ documentId: 'dok-1', page: 1, quote: 'Tilbygning til skel øst 2,10 m' }],
        confidence: 0.9,
        needsJudgement: true,
      },
    ],
    model: { id: 'eksempel', version: '1.0' },
    usage: { inputTokens: 2150, outputTokens: 180 },
  },
  nothing: { caseId: 'eks-1', outcome: 'complete', findings: [] },
  declined: { caseId: 'eks-1', status: 'abstained', findings: [] },
};

export const problemExample: Problem = {
  type: 'about:blank',
  title: 'Bad request',
  status: 400,
  detail: 'case.documents: expected a list',
};
