import { ModelCallError } from '../../../datasets/errors.ts';

/**
 * The function ran and failed. What it says of it may quote the case, so only the type of its error is handed on.
 * @throws {ModelCallError} that may be asked again where the function ran out of time
 */
export function refuseFunctionError(target: string, payload: string): never {
  const { errorType, errorMessage } = parse(payload);
  const type = /^[\w.]{1,80}$/u.test(errorType) ? errorType : 'an error without a type';
  if (errorType === 'Sandbox.Timedout' || /Task timed out after [\d.]+ seconds/u.test(errorMessage)) {
    throw new ModelCallError('function-timeout', `${target} ran out of its own time; raise its timeout`, {
      retryable: true,
    });
  }
  if (errorType === 'Function.ResponseSizeTooLarge') {
    throw new ModelCallError('over-limits', `${target} answered more than the 6 MB that Lambda hands on`);
  }
  throw new ModelCallError('function-error', `${target} failed with ${type}; its own log says why`);
}

function parse(payload: string): { errorType: string; errorMessage: string } {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  try {
    const { errorType, errorMessage } = JSON.parse(payload) as Record<string, unknown>;
    return { errorType: text(errorType), errorMessage: text(errorMessage) };
  } catch {
    return { errorType: '', errorMessage: '' };
  }
}
