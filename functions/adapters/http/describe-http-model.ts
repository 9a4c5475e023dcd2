import type { Case } from '../../../datasets/case.ts';
import { InputError } from '../../../datasets/errors.ts';
import { canonicalHash } from '../../../evals/canonical-hash.ts';
import { contractVersion } from '../../../evals/screening/vendor-contract.ts';
import type { HttpModel } from '../../../evals/suite-model.ts';
import type { HttpModelOptions } from './create-http-model.ts';
import { requireEndpoint } from './require-endpoint.ts';

/**
 * What is known of a vendor's endpoint before it is asked. Of secrets the fingerprint holds the names alone.
 * @param field of the suite: `models[0]`
 * @throws {InputError} where its address may not be called
 */
export function describeHttpModel(
  { id, version, url, files, auth }: HttpModel,
  { field, allowPrivate, egress }: Pick<HttpModelOptions, 'field' | 'allowPrivate' | 'egress'>,
) {
  const address = requireEndpoint(url, `${field}.url`, allowPrivate);
  if (egress?.allows(address) === false) {
    throw new InputError({
      field: `${field}.url`,
      is: `the host ${address.host}, which is not on the list of those that may be called`,
      expected: 'a host of the list that the installation was deployed with',
    });
  }
  return {
    id,
    version,
    fingerprint: canonicalHash({ contract: contractVersion, url, files, auth: auth ?? null }),
    inputText: (caseShown: Case) => JSON.stringify(caseShown),
  };
}
