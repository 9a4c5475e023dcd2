import { z } from 'zod';
import { ArtifactError } from '../../datasets/errors.ts';
import type { GivenUp } from '../../evals/engine/lane.ts';
import { BegunSchema, UnderWay } from '../../evals/engine/under-way.ts';
import type { BlobStore, Clock } from '../../evals/ports.ts';
import { workKeys } from './run-order.ts';

const QuestionsSchema = z.strictObject({
  schema: z.literal('maalestok.cloud-questions.v1'),
  /** The run's attempt; 0: not known. */
  starts: z.int().min(0).default(0),
  questions: z.array(BegunSchema),
  /** Functions whose time ran out over this shard; and of those the last in a row in which no question was answered. */
  functions: z.int().min(0),
  silent: z.int().min(0),
});

const DownSchema = z.strictObject({
  schema: z.literal('maalestok.cloud-down.v1'),
  at: z.iso.datetime(),
  failures: z.int().min(1),
});

/**
 * So many functions a shard is asked by, and so many in a row without an answer; then what is left of it is failed. Fewer than
 * the machine tries: one model that hangs, puts off or crawls must not end the run of all. All together they have more than two
 * of the three days that a run may take.
 */
export const mostFunctions = 210;
export const mostSilent = 6;

/** Longer than the longest wait between two functions of a shard; what was so long ago says nothing of a service. */
const countsForMs = 30 * 60_000;

/**
 * What functions leave to those after them: the questions of a shard that they began and did not end, and how often in a
 * row the model's service has failed. Without it a question longer than a function's time is asked for ever, and a service that is
 * down is found to be so in each shard anew.
 */
export interface ShardLeft {
  underWay: UnderWay;
  /** Failures in a row. */
  before: number;
  /** Why it is asked no more; null: it is. `slow`: there were answers, and it has had all the functions that it gets. */
  givenUp: GivenUp | null;
  /** Notes how it stands now. @returns puts that away */
  take(now: LeftNow): () => Promise<void>;
}

/** How a function leaves its shard. */
export interface LeftNow {
  /** Of the service, in a row. */
  failures: number;
  /** `broken`: by anything but its questions or its time. */
  end: 'whole' | 'timeUp' | 'broken';
  /** Whether a question was answered. */
  answered: boolean;
}

/**
 * What an earlier start left counts for nothing, as on one machine: whoever starts a run again does so since something has
 * changed, and each question that has no answer is begun anew, with all its time and retries.
 * @param store the run's folder
 * @param starts the run's attempt
 * @throws {ArtifactError} where what was left is damaged
 */
export async function openShardLeft(
  store: BlobStore,
  { modelId, shard, starts }: { modelId: string; shard: string; starts: number },
  clock: Clock,
): Promise<ShardLeft> {
  const keys = { questions: workKeys.questions(modelId, shard), down: workKeys.down(modelId) };
  const found = await readJson(store, keys.questions, QuestionsSchema);
  const questions = found?.starts === starts ? found : null;
  const down = await readJson(store, keys.down, DownSchema);
  const { functions, silent } = questions ?? { functions: 0, silent: 0 };
  const before = down === null ? 0 : stillCounts(down, clock.now());
  const underWay = new UnderWay(clock, questions?.questions);
  return {
    underWay,
    before,
    givenUp: silent >= mostSilent ? 'silent' : functions >= mostFunctions ? 'slow' : null,
    take({ failures, end, answered }) {
      const counted =
        end === 'timeUp'
          ? { functions: functions + 1, silent: answered ? 0 : silent + 1 }
          : { functions, silent };
      const asLeft = {
        schema: 'maalestok.cloud-questions.v1',
        starts,
        questions: underWay.left(),
        ...counted,
      };
      const asDown = { schema: 'maalestok.cloud-down.v1', at: clock.now(), failures };
      return async () => {
        await put(store, keys.questions, end === 'whole' ? null : asLeft);
        // Of a function that heard nothing of the service, what others heard stands, and grows old.
        if (answered || failures !== before) await put(store, keys.down, failures === 0 ? null : asDown);
      };
    },
  };
}

function stillCounts({ at, failures }: z.infer<typeof DownSchema>, now: string): number {
  return Date.parse(now) - Date.parse(at) > countsForMs ? 0 : failures;
}

/** @param value null: what is there goes, whoever left it. A version is made of what is removed, so that it is looked at first */
async function put(store: BlobStore, key: string, value: object | null): Promise<void> {
  if (value !== null) await store.write(key, `${JSON.stringify(value)}\n`);
  else if ((await store.read(key)) !== null) await store.remove(key);
}

async function readJson<Schema extends z.ZodType>(
  store: BlobStore,
  key: string,
  schema: Schema,
): Promise<z.output<Schema> | null> {
  const bytes = await store.read(key);
  if (bytes === null) return null;
  try {
    return schema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (cause) {
    throw new ArtifactError(`Cannot read "${store.describe(key)}": it is damaged`, { cause });
  }
}
