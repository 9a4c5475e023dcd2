import type { BlobStore } from '../../evals/ports.ts';
import { LambdaModelSchema } from '../../evals/suite-model.ts';
import {
  createLambdaModel,
  type MadeLambdaModel,
} from '../../functions/adapters/lambda/create-lambda-model.ts';
import { createMemoryStore } from '../../functions/adapters/memory-store.ts';
import { fakeAwsEnvironment, setAwsEnvironment } from './aws-environment.ts';
import { startWireServer, type WireReply, type WireRequest, type WireServer } from './wire-server.ts';

export interface StartedLambda extends MadeLambdaModel {
  server: WireServer;
  dispose(): Promise<void>;
}

/** What the function returns for an event; or what Lambda itself answers. */
export type LambdaHandler = (event: { case: { caseId: string } }, request: WireRequest) => WireReply | null;

/** A Lambda model, asked through the real SDK, and the server that speaks the wire format of Invoke. */
export async function startLambda(
  handler: LambdaHandler,
  settings: object = {},
  options: { datasetStore?: BlobStore; beside?: object } = {},
): Promise<StartedLambda> {
  const server = await startWireServer((request) => handler(JSON.parse(request.body), request));
  const restore = setAwsEnvironment({ ...fakeAwsEnvironment, AWS_ENDPOINT_URL_LAMBDA: server.url });
  const entry = {
    adapter: 'lambda',
    id: 'egen',
    version: '3',
    functionName: 'byggesag-screening',
    ...settings,
  };
  try {
    const made = createLambdaModel(LambdaModelSchema.parse(entry), {
      beside: {
        taxonomy: { id: 'byggesag', version: '1' },
        catalogue: { id: 'byggeret', version: '2' },
      },
      field: 'models[0]',
      datasetStore: createMemoryStore(),
      ...options,
    });
    const dispose = async () => {
      await made.model.close?.();
      await server.close();
      restore();
    };
    return { ...made, server, dispose };
  } catch (error) {
    restore();
    await server.close();
    throw error;
  }
}

/** A reply in which the function failed. */
export function functionError(errorType: string | undefined, errorMessage: string): WireReply {
  return { headers: { 'x-amz-function-error': 'Unhandled' }, body: { errorType, errorMessage } };
}
