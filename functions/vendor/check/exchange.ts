import type { VendorRequest } from '../../../evals/screening/vendor-contract.ts';
import type { Received, TransportFailureKind } from './transport.ts';

export type Json = Record<string, unknown>;

/** All that went to and fro over one question. */
export interface Exchange {
  /** The question's name, as messages give it. */
  name: string;
  /** Absent where what was sent is no question. */
  question?: VendorRequest;
  /** Every response in order: of a busy service, the acceptance, the polls, the last. */
  responses: Received[];
  /** The response that ended it; null where none did. */
  last: Received | null;
  failure?: ExchangeFailure;
  latencyMs: number;
}

export interface ExchangeFailure {
  kind: TransportFailureKind | 'noLocation' | 'neverReady';
  message: string;
}

/** The JSON object that an exchange ended with; undefined where it did not. */
export function answerOf({ last }: Exchange): Json | undefined {
  if (last?.status !== 200) return undefined;
  return readObject(last.body);
}

export function readObject(body: Uint8Array): Json | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
  } catch {
    return undefined;
  }
}
