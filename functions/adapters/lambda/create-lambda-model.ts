import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { Case } from '../../../datasets/case.ts';
import type { BlobStore, Model } from '../../../evals/ports.ts';
import type { SentFile } from '../../../evals/screening/vendor-contract.ts';
import type { LambdaModel } from '../../../evals/suite-model.ts';
import { translateAwsError } from '../aws/translate-aws-error.ts';
import { type Beside, buildRequest } from '../build-request.ts';
import { httpLimits } from '../http/http-limits.ts';
import { readAnswer } from '../http/read-answer.ts';
import { readCaseFile } from '../read-case-file.ts';
import { describeLambdaModel } from './describe-lambda-model.ts';
import { refuseLargePayload } from './payload-limit.ts';
import { refuseFunctionError } from './refuse-function-error.ts';

export interface LambdaOptions {
  /** The data set's folder, where files lie under `files/<sha256>`. */
  datasetStore: BlobStore;
  /** The lists that the protocol shows beside a case. */
  beside: Beside;
  /** Of the suite: `models[0]`. */
  field: string;
}

export interface MadeLambdaModel {
  model: Model;
  fingerprint: string;
  inputText: (caseShown: Case) => string;
}

/** Calls in flight at most, as a suite may ask. The SDK's own limit is 50. */
const maxSockets = 512;

/**
 * A model behind a Lambda function that meets the vendor contract: the request is the event, the answer is what the
 * function returns. Credentials and, for tests, the endpoint are the AWS SDK's own.
 * @throws {InputError} where the function lies outside the EU and the suite does not say so
 */
export function createLambdaModel(entry: LambdaModel, options: LambdaOptions): MadeLambdaModel {
  const { beside, datasetStore, field } = options;
  const { id, version, fingerprint, inputText } = describeLambdaModel(entry, beside, field);
  const { functionName, region } = entry;
  const client = new LambdaClient({
    region,
    maxAttempts: 1,
    requestHandler: {
      httpAgent: { maxSockets, keepAlive: true },
      httpsAgent: { maxSockets, keepAlive: true },
    },
  });
  const target = `the Lambda function "${functionName}" in ${region}`;
  return {
    fingerprint,
    inputText,
    model: {
      id,
      version,
      async screen(caseShown, { signal, requestId, repeat }) {
        const files = await inlineFiles(caseShown, datasetStore);
        const sent = buildRequest(caseShown, { requestId, repeat }, files, beside);
        refuseLargePayload(sent);
        const command = new InvokeCommand({
          FunctionName: functionName,
          InvocationType: 'RequestResponse',
          Payload: Buffer.from(sent),
        });
        const reply = await client.send(command, { abortSignal: signal }).catch((error: unknown) => {
          throw translateAwsError(error, { target, action: 'lambda:InvokeFunction', sent, signal });
        });
        // An empty answer comes as a text, not as bytes.
        const text = Buffer.from(reply.Payload ?? '').toString('utf8');
        if (reply.FunctionError !== undefined) refuseFunctionError(target, text);
        const answer = readAnswer(text, 'application/json', {
          caseId: caseShown.caseId,
          version,
          depth: httpLimits.depth,
        });
        return { ...answer, usage: { ...answer.usage, region } };
      },
      close: async () => client.destroy(),
    },
  };
}

function inlineFiles(caseShown: Case, store: BlobStore): Promise<SentFile[]> {
  return Promise.all(
    caseShown.files.map(async (file) => ({
      ...file,
      content: Buffer.from(await readCaseFile(store, file)).toString('base64'),
    })),
  );
}
