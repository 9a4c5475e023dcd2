import type { Case } from '../../datasets/case.ts';
import { contractVersion, type SentFile, type VendorRequest } from '../../evals/screening/vendor-contract.ts';

/** Which lists the protocol shows a model beside the case. */
export type Beside = Pick<VendorRequest, 'taxonomy' | 'catalogue'>;

/** What is posted about one case, as text: the same for every attempt, but for links that expire. */
export function buildRequest(
  caseShown: Case,
  { requestId, repeat }: Pick<VendorRequest, 'requestId' | 'repeat'>,
  files: SentFile[],
  beside: Beside,
): string {
  const request: VendorRequest = {
    contract: contractVersion,
    requestId,
    repeat,
    case: caseShown,
    files,
    ...beside,
  };
  return JSON.stringify(request);
}
