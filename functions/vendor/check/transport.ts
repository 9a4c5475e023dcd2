/** One HTTP request, as it leaves. */
export interface Outgoing {
  method: 'GET' | 'POST';
  url: URL;
  headers: Record<string, string>;
  body?: string;
}

/** One HTTP response, read to its end. Names of headers are in lower case. */
export interface Received {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
}

/**
 * Why there is no response. `address`: it must not be called; `connection`: nobody was reached; `broken`: the
 * connection ended before the answer did; `timeout`; `tooLarge`: more bytes than are read; `redirect`: it led away.
 */
export type TransportFailureKind = 'address' | 'connection' | 'broken' | 'timeout' | 'tooLarge' | 'redirect';

export class TransportFailure extends Error {
  override readonly name = 'TransportFailure';
  readonly kind: TransportFailureKind;

  constructor(kind: TransportFailureKind, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.kind = kind;
  }
}

/** Sends one request, and follows redirects within its own origin only. */
export interface Transport {
  /** @throws {TransportFailure} */
  send(outgoing: Outgoing, signal: AbortSignal): Promise<Received>;
  close(): Promise<void>;
}
