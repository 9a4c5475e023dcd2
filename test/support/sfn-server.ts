import { z } from 'zod';
import { account, region } from '../infra/support/resolve-values.ts';
import { startWireServer, type WireServer } from './wire-server.ts';

const RequestSchema = z.looseObject({
  executionArn: z.string().default(''),
  nextToken: z.string().default(''),
});

const execution = `arn:aws:states:${region}:${account}:execution:maalestok-evaluation:`;

/** A Step Functions on which executions with these inputs run, two to a page. */
export function startSfnServer(inputs: () => readonly string[]): Promise<WireServer> {
  return startWireServer(({ headers, body }) => {
    const action = String(headers['x-amz-target']).replace('AWSStepFunctions.', '');
    const { executionArn, nextToken } = RequestSchema.parse(JSON.parse(body));
    if (action === 'DescribeExecution')
      return { body: { input: inputs()[Number(executionArn.replace(execution, ''))], status: 'RUNNING' } };
    if (action !== 'ListExecutions') return { status: 400, body: { __type: 'InvalidAction' } };
    const from = Number(nextToken);
    const executions = inputs()
      .map((_, at) => ({ executionArn: `${execution}${at}` }))
      .slice(from, from + 2);
    return { body: { executions, ...(from + 2 < inputs().length ? { nextToken: String(from + 2) } : {}) } };
  });
}
