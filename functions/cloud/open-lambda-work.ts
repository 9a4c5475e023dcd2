import { LambdaClient } from '@aws-sdk/client-lambda';
import type { Publisher, SubmissionScorer } from '../api/api-context.ts';
import { maxAttempts } from '../cloud-records.ts';
import { createLambdaPublisher, createLambdaScorer } from './lambda-work.ts';

export interface LambdaWork {
  scorer: SubmissionScorer;
  publisher: Publisher;
}

/** Scoring and publishing in functions of their own, by one client. */
export function openLambdaWork(names: { scoreFunction: string; publishFunction: string }): LambdaWork {
  const client = new LambdaClient({ maxAttempts });
  return {
    scorer: createLambdaScorer({ client, functionName: names.scoreFunction }),
    publisher: createLambdaPublisher({ client, functionName: names.publishFunction }),
  };
}
