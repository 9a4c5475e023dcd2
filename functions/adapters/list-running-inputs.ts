import { DescribeExecutionCommand, ListExecutionsCommand, type SFNClient } from '@aws-sdk/client-sfn';

/** The inputs of the executions of a state machine that run now, as their JSON texts. One that has ended meanwhile is told too. */
export async function listRunningInputs(client: SFNClient, stateMachineArn: string): Promise<string[]> {
  const inputs: string[] = [];
  let nextToken: string | undefined;
  do {
    const command: ListExecutionsCommand = new ListExecutionsCommand({
      stateMachineArn,
      statusFilter: 'RUNNING',
      nextToken,
    });
    const page = await client.send(command);
    for (const { executionArn } of page.executions ?? []) {
      const { input } = await client.send(new DescribeExecutionCommand({ executionArn }));
      if (input !== undefined) inputs.push(input);
    }
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return inputs;
}
