import { InputError } from '../../../datasets/errors.ts';
import type { LambdaModel } from '../../../evals/suite-model.ts';

/** @throws {InputError} where an ARN names another region than the suite, whose rule for the EU would be passed by */
export function requireOwnRegion({ functionName, region }: LambdaModel, field: string): void {
  const named = /^arn:[a-z-]+:lambda:([a-z0-9-]+):/u.exec(functionName)?.[1];
  if (named === undefined || named === region) return;
  throw new InputError({
    field: `${field}.functionName`,
    is: `a function in ${named}`,
    expected: `one in ${region}, the model's region`,
    mend: "Set `region` to the function's own.",
  });
}
