import type { ScreeningStatus } from '../../../evals/screening/screening.ts';
import type { HttpModel } from '../../../evals/suite-model.ts';
import type { HttpLimits } from '../../../functions/adapters/http/http-limits.ts';
import type { FaultyServer, Reply } from './faulty-server.ts';

/** What an endpoint does wrong, and what is to become of it. */
export interface Fault {
  name: string;
  /** For the requests of one question, in turn; after them the endpoint answers well. */
  replies: Reply[];
  status: ScreeningStatus;
  /** Of the error. Absent: there is none. */
  kind?: string;
  /** Of the error's message. */
  says?: RegExp;
  attempts?: number;
  /** Requests that reached the server in all attempts. Absent: one an attempt. `any`: as many as there was time for. */
  requests?: number | 'any';
  /** Waits between attempts that the endpoint asked for. */
  waitsMs?: number[];
  repaired?: true;
  entry?: Partial<HttpModel> | ((server: FaultyServer) => Partial<HttpModel>);
  /** The next question fares no better. */
  staysDown?: true;
  timeoutMs?: number;
  limits?: Partial<HttpLimits>;
}

/** For faults that only a time-out ends. */
export const shortMs = 300;
