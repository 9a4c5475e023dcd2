import type { BlobStore, Model, Secrets } from '../../../evals/ports.ts';
import { invalidAnswer } from '../../../evals/screening/no-answer.ts';
import type { HttpModel } from '../../../evals/suite-model.ts';
import { type Beside, buildRequest } from '../build-request.ts';
import { createCredentials } from './create-credentials.ts';
import { createFileSender } from './create-file-sender.ts';
import { createHttpClient } from './create-http-client.ts';
import type { Egress } from './egress.ts';
import type { HttpReply, HttpRequest } from './exchange.ts';
import { followRedirects } from './follow-redirects.ts';
import { headerOf } from './header-of.ts';
import { type HttpLimits, httpLimits } from './http-limits.ts';
import { pollAnswer } from './poll-answer.ts';
import { readAnswer } from './read-answer.ts';
import { Redactor } from './redactor.ts';
import { requireEndpoint } from './require-endpoint.ts';
import { statusError } from './status-error.ts';
import { unpackBody } from './unpack-body.ts';

export interface HttpModelOptions {
  secrets: Secrets;
  /** Endpoints in private networks may be called. */
  allowPrivate: boolean;
  /** The only addresses that are connected to, also for tokens and after redirects. Absent: all that may be called. */
  egress?: Egress | undefined;
  datasetStore: BlobStore;
  beside: Beside;
  /** Of the suite: `models[0]`. */
  field: string;
  limits?: HttpLimits;
}

const common = { accept: 'application/json', 'accept-encoding': 'gzip', 'user-agent': 'maalestok' };

/**
 * A vendor's endpoint that meets the vendor contract.
 * @throws {InputError} where its address may not be called, or a secret is missing
 */
export async function createHttpModel(
  entry: HttpModel,
  options: HttpModelOptions,
): Promise<Model & Required<Pick<Model, 'close'>>> {
  const { allowPrivate, egress, beside, datasetStore, field, secrets, limits = httpLimits } = options;
  const url = requireEndpoint(entry.url, `${field}.url`, allowPrivate);
  const redactor = new Redactor();
  const closing = new AbortController();
  const { send, close } = createHttpClient({ allowPrivate, egress }, limits);
  const checks = { send, redactor, secrets, allowPrivate, limits, field };
  const credentials = await createCredentials(entry.auth, checks);
  const sender = await createFileSender(entry, { datasetStore, limitBytes: limits.fileBytes, field });

  /** Signed; with a new token once, where the old one ran out. */
  const ask = async (request: HttpRequest, signal: AbortSignal): Promise<HttpReply> => {
    for (let renewed = false; ; renewed = true) {
      const signed = await credentials.sign(signal);
      const whole = { ...request, secretHeaders: signed.headers, home: url.origin };
      const reply = await followRedirects(send, whole, signal, { allowPrivate, redirects: limits.redirects });
      if (!credentials.took(signed, reply.status) || renewed) return reply;
    }
  };
  const poll = (accepted: HttpReply, signal: AbortSignal): Promise<HttpReply> => {
    const until = AbortSignal.any([signal, closing.signal]);
    const get = (at: URL) => ask({ url: at, method: 'GET', headers: common }, until);
    return pollAnswer(accepted, get, until, { ...limits, allowPrivate, home: url.origin });
  };

  return {
    id: entry.id,
    version: entry.version,
    async screen(caseShown, { repeat, signal, requestId }) {
      const files = await sender.send(caseShown.files);
      const body = buildRequest(caseShown, { requestId, repeat }, files, beside);
      const headers = { ...common, 'content-type': 'application/json', 'idempotency-key': requestId };
      const first = await ask({ url, method: 'POST', headers, body }, signal);
      const reply = first.status === 202 ? await poll(first, signal) : first;
      if (reply.status < 200 || reply.status > 299) throw await statusError(reply, redactor);
      const unpacked = await unpackBody(reply, limits.answerBytes);
      if ('fault' in unpacked) return invalidAnswer('encoding', unpacked.fault);
      const expected = { caseId: caseShown.caseId, version: entry.version, depth: limits.depth };
      const contentType = headerOf(reply.headers, 'content-type') ?? '';
      return redactor.redactIn(readAnswer(redactor.redact(unpacked.text), contentType, expected));
    },
    async close() {
      closing.abort();
      sender.close();
      await close();
    },
  };
}
