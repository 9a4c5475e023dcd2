import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { ModelCallError } from '../../../datasets/errors.ts';
import type { FailedKind } from '../../../evals/screening/error-kinds.ts';
import type { HttpLimits } from './http-limits.ts';
import { toCallError } from './to-call-error.ts';

export interface HttpRequest {
  url: URL;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: string | undefined;
}

export interface HttpReply {
  /** Where it came from. */
  url: URL;
  status: number;
  headers: IncomingHttpHeaders;
  /** As received: perhaps packed. */
  body: Buffer;
}

/** Sends one request on its way and gathers the reply. */
export type Send = (request: HttpRequest, signal: AbortSignal) => Promise<HttpReply>;

/**
 * One request and its whole reply, bounded in bytes and in time from its headers on; before them, `signal` bounds.
 * @throws {ModelCallError} where there is no whole reply
 */
export function exchange(
  dispatcher: Dispatcher,
  { url, method, headers, body }: HttpRequest,
  signal: AbortSignal,
  limits: Pick<HttpLimits, 'answerBytes' | 'bodyMs'>,
): Promise<HttpReply> {
  return new Promise((resolve, reject) => {
    const reply: HttpReply = { url, status: 0, headers: {}, body: Buffer.alloc(0) };
    const chunks: Buffer[] = [];
    let bytes = 0;
    let begun = 0;
    let controller: Dispatcher.DispatchController | undefined;
    const onAbort = () => stop(signal.reason);
    const stop = (reason: Error) => {
      signal.removeEventListener('abort', onAbort);
      reject(reason);
      controller?.abort(reason);
    };
    const refuse = (kind: FailedKind, message: string) => stop(new ModelCallError(kind, message));
    if (signal.aborted) return reject(signal.reason);
    signal.addEventListener('abort', onAbort);
    const handler: Dispatcher.DispatchHandler = {
      onRequestStart(started) {
        controller = started;
        // Stopped while it waited for its connection.
        if (signal.aborted) started.abort(signal.reason);
      },
      onResponseStart(_, status, received) {
        reply.status = status;
        reply.headers = received;
        begun = performance.now();
        if (Number(received['content-length']) > limits.answerBytes) tooLarge();
      },
      onResponseData(_, chunk) {
        bytes += chunk.length;
        if (bytes > limits.answerBytes) return tooLarge();
        chunks.push(chunk);
        if (performance.now() - begun <= limits.bodyMs) return;
        refuse('too-slow', `an answer that was not whole ${limits.bodyMs} ms after its beginning`);
      },
      onResponseEnd() {
        signal.removeEventListener('abort', onAbort);
        reply.body = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
        resolve(reply);
      },
      onResponseError(_, error) {
        signal.removeEventListener('abort', onAbort);
        reject(toCallError(error, url));
      },
    };
    const tooLarge = () => refuse('too-large', `an answer of more than ${limits.answerBytes} bytes`);
    const path = url.pathname + url.search;
    dispatcher.dispatch({ origin: url.origin, path, method, headers, body: body ?? null }, handler);
  });
}
