import type { LambdaClient } from '@aws-sdk/client-lambda';
import type { Publisher, SubmissionScorer } from '../api/api-context.ts';
import { invokeLater } from './invoke-later.ts';

export interface LambdaWorkOptions {
  client: LambdaClient;
  functionName: string;
}

/** Scores submissions in the function that may read labels: it is told the id and the attempt, and says in the record what came of it. */
export function createLambdaScorer({ client, functionName }: LambdaWorkOptions): SubmissionScorer {
  return {
    start: ({ id, attempt }) => invokeLater(client, functionName, { submission: id, attempt }),
  };
}

/** Publishes in a function of its own, which is told which run, or none. */
export function createLambdaPublisher({ client, functionName }: LambdaWorkOptions): Publisher {
  return { start: (run) => invokeLater(client, functionName, run === null ? {} : { run }) };
}
