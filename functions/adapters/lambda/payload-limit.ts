import { ModelCallError } from '../../../datasets/errors.ts';

/**
 * Bytes of an event or an answer of a function that is waited for.
 * @source AWS Lambda quotas (docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html): 6 MB each for request and response
 */
const payloadLimitBytes = 6 * 1024 * 1024;

/** @throws {ModelCallError} `over-limits`, before anything is sent */
export function refuseLargePayload(text: string): void {
  const bytes = Buffer.byteLength(text);
  if (bytes <= payloadLimitBytes) return;
  throw new ModelCallError(
    'over-limits',
    `Cannot send the case: a request of ${bytes} bytes with its files, expected at most ${payloadLimitBytes} for a Lambda function. Nothing was sent`,
  );
}
