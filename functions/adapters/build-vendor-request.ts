import type { Case } from '../../datasets/case.ts';
import { contractVersion, type SentFile, type VendorRequest } from '../../evals/screening/vendor-contract.ts';

/** What names the taxonomy and the catalogue, and whether the protocol shows them. */
export interface VendorContext {
  taxonomy: { id: string; version: string };
  catalogue: { id: string; version: string };
  shown: { taxonomy: boolean; catalogue: boolean };
}

/** The request of the vendor contract. The same arguments give the same request. */
export function buildVendorRequest(
  caseShown: Case,
  question: { requestId: string; repeat: number },
  { taxonomy, catalogue, shown }: VendorContext,
  files: SentFile[] = caseShown.files,
): VendorRequest {
  const named = ({ id, version }: { id: string; version: string }) => ({ id, version });
  return {
    contract: contractVersion,
    requestId: question.requestId,
    repeat: question.repeat,
    case: caseShown,
    files,
    ...(shown.taxonomy ? { taxonomy: named(taxonomy) } : {}),
    ...(shown.catalogue ? { catalogue: named(catalogue) } : {}),
  };
}
