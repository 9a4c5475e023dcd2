import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { SubmissionScorer } from '../api/api-context.ts';

export interface LambdaScorerOptions {
  client: LambdaClient;
  /** The function that may read labels, and reaches nothing but the stores. */
  functionName: string;
}

/** Scores submissions in a function of its own: it is told the submission's id, and says in the record what came of it. */
export function createLambdaScorer({ client, functionName }: LambdaScorerOptions): SubmissionScorer {
  return {
    async start(submission) {
      const command = new InvokeCommand({
        FunctionName: functionName,
        InvocationType: 'Event',
        Payload: new TextEncoder().encode(JSON.stringify({ submission })),
      });
      const { StatusCode: status } = await client.send(command);
      if (status !== 202) throw new Error(`Cannot start ${functionName}: status ${status}, expected 202`);
    },
  };
}
