import { z } from 'zod';
import type { Case } from '../../datasets/case.ts';
import { ArtifactError } from '../../datasets/errors.ts';
import { parseLine } from '../../datasets/parse-line.ts';
import { type Call, CallSchema } from '../artifacts.ts';
import { canonicalHash } from '../canonical-hash.ts';
import type { BlobStore } from '../ports.ts';
import { type Screening, ScreeningSchema } from '../screening/screening.ts';

const CachedSchema = z.strictObject({
  schema: z.literal('maalestok.cached.v1'),
  screening: ScreeningSchema,
  call: CallSchema,
});

/** All that could change the answer to a question. */
export interface CachedQuestion {
  model: { id: string; version: string };
  /** See `PlannedModel`: prompt, settings, data learned from. */
  fingerprint: string;
  /** As the protocol shows it, with the hashes of its files. */
  shown: Case;
  /** What the protocol shows beside the case, by id and version. */
  beside: Record<string, string>;
  repeat: number;
  /** An answer that took longer than is allowed here is none. */
  protocol: { timeoutMs: number; retries: number };
}

/** Answers of earlier runs. Only what a model answered is kept, well or badly, never that it failed. */
export interface AnswerCache {
  find(question: CachedQuestion): Promise<{ screening: Screening; call: Call } | null>;
  keep(question: CachedQuestion, asked: { screening: Screening; call: Call }): Promise<void>;
}

/** @param store a blob an answer, under the SHA-256 of its question */
export function createAnswerCache(store: BlobStore): AnswerCache {
  return {
    async find(question) {
      const key = keyOf(question);
      const bytes = await store.read(key);
      if (bytes === null) return null;
      try {
        const { screening, call } = parseLine(new TextDecoder().decode(bytes), CachedSchema, { file: key });
        return { screening, call: { ...call, cached: true } };
      } catch (cause) {
        throw new ArtifactError(`Cannot read the cached answer "${store.describe(key)}": it is damaged`, {
          cause,
        });
      }
    },

    async keep(question, { screening, call }) {
      if (screening.status === 'failed' || screening.status === 'timedOut') return;
      const cached = { schema: 'maalestok.cached.v1', screening, call };
      await store.write(keyOf(question), `${JSON.stringify(cached)}\n`);
    },
  };
}

function keyOf(question: CachedQuestion): string {
  const hash = canonicalHash(question);
  return `${hash.slice(0, 2)}/${hash}.json`;
}
