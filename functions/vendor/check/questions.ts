import { createHash } from 'node:crypto';
import { CaseSchema } from '../../../datasets/case.ts';
import { builtInCatalogue } from '../../../datasets/rules/built-in-catalogue.ts';
import { builtInTaxonomy } from '../../../datasets/taxonomy/built-in-taxonomy.ts';
import {
  contractVersion,
  type SentFile,
  type VendorRequest,
} from '../../../evals/screening/vendor-contract.ts';
import { type ExampleCase, exampleCases } from './example-cases.ts';
import { examplePdf } from './example-pdf.ts';

/** A question of the check: an example case, and how it is asked. */
export interface Question {
  example: ExampleCase;
  /** The same for the same answer: absent, the question's own name. */
  key?: string;
  repeat?: number;
  /** Beside the contract's fields. */
  extra?: Record<string, unknown>;
}

/** Every question that is right and must be answered. All cases are synthetic and built in. */
export const questions = {
  plain: { example: 'plain' },
  danish: { example: 'danish' },
  long: { example: 'long' },
  noDocuments: { example: 'noDocuments' },
  emptyFields: { example: 'emptyFields' },
  localRules: { example: 'localRules' },
  file: { example: 'file' },
  hostile: { example: 'hostile' },
  unknownField: { example: 'plain', extra: { futureField: { of: ['a', 'later', 'version'] } } },
  sameKey: { example: 'plain', key: 'plain' },
  newKey: { example: 'plain' },
  repeat: { example: 'plain', repeat: 1 },
} as const satisfies Record<string, Question>;
export type QuestionName = keyof typeof questions;

/** The request of a question. `salt` makes its key new in every check. */
export function requestOf(name: string, question: Question, salt: string): VendorRequest {
  const caseShown = CaseSchema.parse(exampleCases[question.example]);
  return {
    contract: contractVersion,
    requestId: sha256(`${salt} ${question.key ?? name}`),
    repeat: question.repeat ?? 0,
    case: caseShown,
    files: question.example === 'file' ? [sentFile()] : [],
    taxonomy: { id: builtInTaxonomy().id, version: builtInTaxonomy().version },
    catalogue: { id: builtInCatalogue().id, version: builtInCatalogue().version },
    ...question.extra,
  };
}

/** Eight questions of eight cases, to be asked at once. */
export function parallelRequests(salt: string): VendorRequest[] {
  return Array.from({ length: 8 }, (_, index) => {
    const request = requestOf(`parallel ${index}`, { example: 'plain' }, salt);
    return { ...request, case: { ...request.case, caseId: `eksempel-samtidig-${index + 1}` } };
  });
}

function sentFile(): SentFile {
  return { ...examplePdf.file, content: Buffer.from(examplePdf.bytes).toString('base64') };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
