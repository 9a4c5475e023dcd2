import type { VendorRequest } from '../../../evals/screening/vendor-contract.ts';
import type { Reply } from './reply.ts';

export type Json = Record<string, unknown>;

/** What the example server checks of a request. A fault may leave one out. */
export type Rule = 'auth' | 'contentType' | 'json' | 'shape' | 'contract';

/** The question that a fault is laid on. */
export interface Asked {
  request: VendorRequest;
  /** Counts the answers that the server has made, from 1. */
  call: number;
  /** Questions that are being answered now, this one included. */
  inFlight: number;
}

/** Something that a vendor's server may get wrong, on demand. */
export interface Fault {
  da: string;
  en: string;
  /** Rules that are not kept. */
  skips?: readonly Rule[];
  /** A right request that is refused, or breaks the server. */
  refuses?: (asked: Asked, text: string) => Reply | undefined;
  /** Changes the answer, before it is written out. */
  answer?: (answer: Json, asked: Asked) => Json;
  /** Changes what is sent for an answer. */
  reply?: (reply: Reply) => Reply;
  /** Changes what is sent for a request that is refused. */
  refusal?: (reply: Reply, secret: string) => Reply;
  /** Takes as long as the server's `slowMs`. */
  slow?: boolean;
  /** Answers are not remembered: the same key is answered anew. */
  forgets?: boolean;
  /** Two questions at once get each other's answers. */
  mixesUp?: boolean;
  /** Answers with 202, and the job goes wrong. */
  job?: (reply: Reply, of: 'accepted' | 'pending' | 'ready') => Reply;
}
