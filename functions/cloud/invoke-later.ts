import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';

/** Has a function do something, without waiting for its end. @throws {Error} where it is not taken */
export async function invokeLater(client: LambdaClient, functionName: string, event: object): Promise<void> {
  const command = new InvokeCommand({
    FunctionName: functionName,
    InvocationType: 'Event',
    Payload: new TextEncoder().encode(JSON.stringify(event)),
  });
  const { StatusCode: status } = await client.send(command);
  if (status !== 202) throw new Error(`Cannot start ${functionName}: status ${status}, expected 202`);
}
