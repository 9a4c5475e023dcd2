import type { Card } from '../../datasets/card.ts';
import type { BlobStore, Clock, Registry, UploadDesk, UploadedFile } from '../../evals/ports.ts';
import type { Suite } from '../../evals/suite.ts';
import type { Quota } from './quotas.ts';
import type { RateLimiter } from './rate-limiter.ts';
import type { RateLimit } from './token-bucket.ts';
import type { TokenVerifier } from './verify-token.ts';

/** A run as whoever runs it needs it. */
export interface RunOrder {
  /** The record's id. */
  id: string;
  /** Without its data set: that lies at `datasetPlace`. */
  suite: Omit<Suite, 'dataset'>;
  datasetPlace: string;
  limit: number | null;
  /** What it may cost; null: whatever it comes to. */
  maxCostDkk: number | null;
  /** Failed and timed-out questions are asked once more. */
  retryFailed: boolean;
  /** How often the run is started with this, from 1. */
  attempt: number;
}

/** Runs what is ordered, by the same steps as `maalestok run`; says in the record how it goes on and ends. */
export interface RunStarter {
  /** Starts a run, or goes on with one that stopped: what was answered is not asked again. Does not wait for its end. */
  start(order: RunOrder): Promise<void>;
  /** Stops a run; what was answered stays. One that does not run is left alone. */
  cancel(run: Pick<RunOrder, 'id' | 'attempt'>): Promise<void>;
}

/** Scores submissions where labels may be read; says in the record what came of it. */
export interface SubmissionScorer {
  /** Does not wait for its end. @param attempt the ticket of its quota: whoever comes with an earlier one does nothing */
  start(submission: { id: string; attempt: string }): Promise<void>;
}

/** Makes publications of what may be published, and the site of all of them; takes out what may no longer be shown. */
export interface Publisher {
  /** Of one run, or of all where consents have changed. Does not wait for its end. */
  start(run: string | null): Promise<void>;
}

export interface ApiLimits {
  /** The most that any run may cost; null: whatever who starts it allows. */
  maxRunCostDkk: number | null;
  /** Of a request's JSON. */
  bodyBytes: number;
  /** Of a file of screenings. */
  uploadBytes: number;
  quotas: Record<'submissions' | 'practiceScorings' | 'closedScorings' | 'runs', Quota>;
  rates: { party: RateLimit; anonymous: RateLimit };
}

/** What an installation is allowed unless it says otherwise. */
export const usualLimits: ApiLimits = {
  maxRunCostDkk: null,
  bodyBytes: 64 * 1024,
  uploadBytes: 50 * 1024 * 1024,
  quotas: {
    submissions: { name: 'submissions', limit: 100, period: 'day' },
    practiceScorings: { name: 'practice-scorings', limit: 50, period: 'day' },
    // Each figure of a closed split tells a little of its labels: few are given.
    closedScorings: { name: 'closed-scorings', limit: 3, period: 'month' },
    runs: { name: 'runs', limit: 50, period: 'day' },
  },
  rates: { party: { burst: 120, perMinute: 600 }, anonymous: { burst: 60, perMinute: 120 } },
};

/** All that the API touches. */
export interface ApiContext {
  registry: Registry;
  /** `datasets/`, `uploads/`, `submissions/` and `runs/`. */
  blobs: BlobStore;
  clock: Clock;
  verifyToken: TokenVerifier;
  uploads: UploadDesk;
  /** The file that an upload's token was given for; absent where files do not come through this process. */
  acceptUpload?: (token: string) => UploadedFile | null;
  /** What an installation asks of a data set's card beside the gate. @throws {InputError} */
  checkCard?: (card: Card) => void;
  /** An address from which a blob of a data set can be fetched for some minutes; absent where this process hands out blobs itself. */
  linkTo?: (key: string) => Promise<string>;
  runs: RunStarter;
  scorer: SubmissionScorer;
  /** The static leaderboard, of which this one tells; absent where there is none. */
  site?: BlobStore;
  /** Absent where publications are made by hand, with `maalestok publish`. */
  publisher?: Publisher;
  limits: ApiLimits;
  /** Counts the requests of a party where several processes answer; absent: each counts for itself. */
  partyRates?: RateLimiter;
  /** Told of failures of ours: one line. */
  log(line: string): void;
}
