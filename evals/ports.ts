import type { Case } from '../datasets/case.ts';
import type { Screening } from './screening/screening.ts';

/** What a model answers on one case: a screening less what the run itself knows. */
export type ModelAnswer = Pick<Screening, 'findings'> &
  Partial<Pick<Screening, 'status' | 'outcome' | 'error' | 'repaired'>> & {
    usage?: ModelUsage;
  };

/** What one answer used, where the model tells. */
export interface ModelUsage {
  /** All tokens read, those from and to a prompt cache included. */
  inputTokens?: number;
  outputTokens?: number;
  /** Of `inputTokens`, those read from a prompt cache. */
  cacheReadTokens?: number;
  /** Of `inputTokens`, those written to a prompt cache. */
  cacheWriteTokens?: number;
  /** Absent: computed from the tokens, where the model has a price. */
  costDkk?: number;
  /** ISO date of the prices that costDkk was computed from. */
  pricesOf?: string;
  /** ISO date of the exchange rate behind costDkk; absent for prices in kroner. */
  ratesOf?: string;
  region?: string;
}

export interface ScreenOptions {
  /** From 0. */
  repeat: number;
  signal: AbortSignal;
  /** 64 hex digits: the same for all attempts at this question in this run, also after a crash. */
  requestId: string;
}

/**
 * A model under test: it is given one case, never a label.
 * @throws {ModelThrottledError} the service is busy; ask again
 * @throws {ModelCallError} the service failed for good on this case
 */
export interface Model {
  readonly id: string;
  readonly version: string;
  screen(caseShown: Case, options: ScreenOptions): Promise<ModelAnswer>;
  /** Lets go of connections. Not to be asked afterwards. */
  close?(): Promise<void>;
}

/** Bytes under keys (`runs/x/result.json`). Absent is null; denied throws. */
export interface BlobStore {
  /** What a person would call the blob: a path, an address. */
  describe(key: string): string;
  read(key: string): Promise<Uint8Array | null>;
  /**
   * The lines of a UTF-8 text without their ends, one at a time.
   * @throws {InputError} naming the line that is too long or no UTF-8
   */
  readLines(key: string): Promise<AsyncIterable<string> | null>;
  /** Replaces the whole blob or leaves the old one: never half of it. */
  write(key: string, body: string | Uint8Array | AsyncIterable<string>): Promise<void>;
  /** All keys under a prefix, sorted. */
  list(prefix: string): Promise<string[]>;
  remove(key: string): Promise<void>;
}

/** A blob in its store. */
export interface BlobPlace {
  store: BlobStore;
  key: string;
}

/** Lines of answers in flight, each given to the system before `append` resolves: no crash of the program loses it. A torn last line is dropped when read. */
export interface Journal {
  append(key: string, line: string): Promise<void>;
  lines(key: string): Promise<string[]>;
  /** Forgets a journal whose lines lie safely elsewhere. */
  remove(key: string): Promise<void>;
  close(): Promise<void>;
}

/** Resolves references to secrets: `env:NAME`, `secretsmanager:NAME`, `secretsmanager:NAME#key`. */
export interface Secrets {
  /** @throws {InputError} where there is no such secret, or the reference is none; never holds the value */
  resolve(reference: string): Promise<string>;
}

/** Signs with an Ed25519 key that it alone holds: this machine's own, or one that stays in a key store. */
export interface Signer {
  /** Who signs, as they call themselves: one line. */
  readonly signedBy: string;
  /** SPKI in DER: 44 bytes. */
  readonly publicKey: Uint8Array;
  /** 64 bytes, by RFC 8032: the same for the same message. @param message at most 4,096 bytes */
  sign(message: Uint8Array): Promise<Uint8Array>;
}

/** A value in the registry. */
export interface RegistryRecord {
  key: string;
  /** From 1; one more with every write. */
  version: number;
  /** JSON. */
  value: unknown;
}

export interface RegistryPage {
  /** Only keys that begin so. */
  prefix?: string | undefined;
  /** Only keys beyond this one. */
  after?: string | undefined;
  limit: number;
}

/**
 * Records with conditional writes: runs, submissions, quotas, leaderboard entries. Absent is null; denied throws.
 * @throws {InputError} from every member, where a key or value is none that every adapter can hold
 */
export interface Registry {
  /** Never older than the last write that resolved. */
  read(collection: string, key: string): Promise<RegistryRecord | null>;
  /**
   * Writes only where the record still has the version expected (null: where there is none yet). A write whose answer was
   * lost on the way is told as what it was: the writer that won is told so.
   * @param expiresAt ISO 8601, UTC: from then on the record may be gone at any time, and is gone some day; absent: it stays
   * @returns the record as written; null where another writer was first
   */
  write(
    collection: string,
    key: string,
    value: unknown,
    expected: number | null,
    expiresAt?: string,
  ): Promise<RegistryRecord | null>;
  /**
   * Removes only where the record still has the version expected.
   * @returns whether it did; false, too, where the answer to a removal was lost and the record is gone
   */
  remove(collection: string, key: string, expected: number): Promise<boolean>;
  /** At most `limit` records of a collection, by key in the order of their characters' code points. */
  list(collection: string, page: RegistryPage): Promise<RegistryRecord[]>;
  /** Removes what has expired, and says how much; absent where the store does so by itself. @param now ISO 8601, UTC */
  sweep?(now: string): Promise<number>;
  close?(): Promise<void>;
}

/** A file that somebody outside is to put in place. */
export interface UploadedFile {
  /** Of the blob that it becomes. */
  key: string;
  bytes: number;
  sha256: string;
}

/** Where a file is sent to, and with which headers. */
export interface UploadPlace {
  url: string;
  method: 'PUT';
  headers: Record<string, string>;
  /** ISO 8601, UTC. */
  expiresAt: string;
}

/** Lets somebody without credentials of ours put one file in place: this one, and no other. */
export interface UploadDesk {
  open(file: UploadedFile): Promise<UploadPlace>;
}

export interface Clock {
  /** ISO 8601, UTC. */
  now(): string;
  /** Milliseconds that only go forward. */
  elapsedMs(): number;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
