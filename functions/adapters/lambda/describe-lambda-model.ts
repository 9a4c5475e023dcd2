import type { Case } from '../../../datasets/case.ts';
import { canonicalHash } from '../../../evals/canonical-hash.ts';
import { contractVersion } from '../../../evals/screening/vendor-contract.ts';
import type { LambdaModel } from '../../../evals/suite-model.ts';
import { requireEuRegion } from '../aws/require-eu-region.ts';
import { type Beside, buildRequest } from '../build-request.ts';
import { requireOwnRegion } from './require-own-region.ts';

/**
 * What is known of a model behind a Lambda function before it is asked.
 * @param beside the lists that the protocol shows beside a case
 * @param field of the suite: `models[0]`
 * @throws {InputError} where the function lies outside the EU and the suite does not say so
 */
export function describeLambdaModel(entry: LambdaModel, beside: Beside, field: string) {
  requireEuRegion(entry, field);
  requireOwnRegion(entry, field);
  const { id, version, functionName, region } = entry;
  return {
    id,
    version,
    fingerprint: canonicalHash({ contract: contractVersion, functionName, region }),
    inputText: (caseShown: Case) =>
      buildRequest(caseShown, { requestId: '0'.repeat(64), repeat: 0 }, caseShown.files, beside),
  };
}
