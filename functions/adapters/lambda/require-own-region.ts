import { excerpt, InputError } from '../../../datasets/errors.ts';
import type { LambdaModel } from '../../../evals/suite-model.ts';

/**
 * A function's name, its ARN, or the end of one, which may begin with the region; with a version or alias.
 * @source docs.aws.amazon.com/lambda/latest/api/API_Invoke.html, `FunctionName`
 */
const reference =
  /^(?:arn:(?:aws[a-zA-Z-]*)?:lambda:)?(?:([a-z]{2}(?:-[a-z]+)+-\d):)?(?:\d{12}:)?(?:function:)?[\w.-]+(?::[$\w.-]+)?$/u;

/**
 * @throws {InputError} where an ARN names another region than the suite, whose rule for the EU would be passed by, or
 *   what is named is no function
 */
export function requireOwnRegion({ functionName, region }: LambdaModel, field: string): void {
  const found = reference.exec(functionName);
  if (found === null) {
    throw new InputError({
      field: `${field}.functionName`,
      is: `"${excerpt(functionName)}"`,
      expected: 'the name or ARN of a Lambda function',
      mend: `Like screening, or arn:aws:lambda:${region}:123456789012:function:screening.`,
    });
  }
  const [, named] = found;
  if (named === undefined || named === region) return;
  throw new InputError({
    field: `${field}.functionName`,
    is: `a function in ${named}`,
    expected: `one in ${region}, the model's region`,
    mend: "Set `region` to the function's own.",
  });
}
