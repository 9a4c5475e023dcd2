import { z } from 'zod';
import type { Clock, Registry } from '../../evals/ports.ts';
import { later } from './later.ts';
import { ApiProblem } from './problem.ts';
import { writeUntilFirst } from './write-until-first.ts';

/** As the header has it: 8 to 128 characters that need no quotes. */
export const IdempotencyKeySchema = z
  .string()
  .regex(/^[\w.:-]{8,128}$/u, '8 to 128 letters, digits, ".", "_", ":" and "-", like a UUID');

const AnswerSchema = z.strictObject({
  status: z.int(),
  body: z.unknown(),
  headers: z.record(z.string(), z.string()),
});
export type StoredAnswer = z.infer<typeof AnswerSchema>;

const EntrySchema = z.strictObject({
  schema: z.literal('maalestok.api.idempotency.v1'),
  /** Of method, path and body. */
  requestHash: z.string(),
  startedAt: z.iso.datetime(),
  answer: AnswerSchema.nullable(),
});
type Entry = z.infer<typeof EntrySchema>;

const collection = 'idempotency';
/** An answer is given again for so long. */
const keptMs = 24 * 3_600_000;
/** Beyond that an entry says nothing, and is removed. */
const expiresMs = 2 * keptMs;
/** A request that began so long ago, and has no answer, was broken off. */
const brokenOffMs = 120_000;

export interface IdempotentRequest {
  registry: Registry;
  clock: Clock;
  /** Of principal and key. */
  id: string;
  requestHash: string;
}

/**
 * Does what a request asks once: the same key has the same answer, for a day. A failure of ours is not kept, so that the
 * request can be sent again; what it makes has ids drawn from the key, so that nothing is made twice.
 * @throws {ApiProblem} `key-reused` with another request under the key; `in-progress` while the first is worked on
 */
export async function doOnce(
  { registry, clock, id, requestHash }: IdempotentRequest,
  action: () => Promise<StoredAnswer>,
): Promise<StoredAnswer & { replayed: boolean }> {
  const taken = await writeUntilFirst(clock, async () => {
    const stored = await registry.read(collection, id);
    const entry = stored === null ? null : EntrySchema.parse(stored.value);
    const ageMs = entry === null ? 0 : Date.parse(clock.now()) - Date.parse(entry.startedAt);
    if (entry !== null && ageMs < keptMs) {
      if (entry.requestHash !== requestHash) throw reused();
      if (entry.answer !== null) return { answer: entry.answer, version: 0 };
      if (ageMs < brokenOffMs) throw inProgress();
    }
    const started: Entry = {
      schema: 'maalestok.api.idempotency.v1',
      requestHash,
      startedAt: clock.now(),
      answer: null,
    };
    const until = later(started.startedAt, expiresMs);
    const written = await registry.write(collection, id, started, stored?.version ?? null, until);
    return written === null ? null : { answer: null, version: written.version, started };
  });
  if (taken.answer !== null) return { ...taken.answer, replayed: true };
  const { version, started } = taken;
  try {
    const answer = await action();
    if (answer.status < 500 && answer.status !== 429)
      await registry.write(
        collection,
        id,
        { ...started, answer },
        version,
        later(started.startedAt, expiresMs),
      );
    else await registry.remove(collection, id, version);
    return { ...answer, replayed: false };
  } catch (error) {
    await registry.remove(collection, id, version);
    throw error;
  }
}

function reused(): ApiProblem {
  return new ApiProblem('key-reused', 'This key was used for another request.', {
    faults: [
      {
        field: 'Idempotency-Key',
        is: 'the key of a request with another method, path or body',
        expected: 'a key of its own for each request',
        mend: 'Draw a new key, a UUID for instance; keep one only to send the very same request again.',
      },
    ],
  });
}

function inProgress(): ApiProblem {
  return new ApiProblem('in-progress', 'The first request with this key is being worked on: ask again.', {
    headers: { 'retry-after': '2' },
  });
}
