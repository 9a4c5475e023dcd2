import { cleanText } from '../../datasets/clean-text.ts';
import { ArtifactError, InputError } from '../../datasets/errors.ts';
import type { Comparability } from '../../evals/artifacts.ts';
import { type ComparabilityDifference, explainDifference } from '../../evals/explain-comparability.ts';
import { quoteArgument } from '../../evals/quote-argument.ts';
import { runKeys } from '../../evals/run-keys.ts';
import type { ScoredRun } from '../../evals/steps/compare-runs.ts';
import { planRescoring, type RescorableRun } from '../../evals/steps/plan-rescoring.ts';
import { comparabilityOfRun } from '../../evals/steps/score-run.ts';
import { type OpenRun, openRun } from './open-run.ts';

/** A run whose key under today's data set is known, or why it is not. */
type CheckedRun = RescorableRun & { key: string; reason?: string };

/** What each part is called, and what brings it to one state where the models must be asked again. */
const parts: Record<keyof Comparability, { name: string; rerun: string }> = {
  datasetContent: { name: 'the cases of the data set', rerun: 'run again on the same data' },
  split: { name: 'the split of the data set', rerun: 'run again on the same split' },
  cases: { name: 'the list of cases planned', rerun: 'run again on the same cases (mind --limit)' },
  labels: { name: 'the labels', rerun: '' },
  catalogue: { name: 'the rule catalogue', rerun: '' },
  taxonomy: { name: 'the taxonomy', rerun: '' },
  scorer: { name: "the scorer's version", rerun: '' },
  policy: { name: 'the matching policy', rerun: '' },
  protocol: { name: 'the protocol', rerun: 'run again with the same protocol' },
};

/**
 * Why runs are not put on one board: what differs, with both values, and how it is mended. Scoring again
 * is advised only where today's data sets show that it gives all runs one key.
 */
export async function refuseIncomparable(runs: readonly ScoredRun[]): Promise<InputError> {
  const checked: CheckedRun[] = [];
  for (const run of runs) checked.push(await checkRun(run));
  const groups = [...Map.groupBy(checked, ({ key }) => key).values()];
  const reference = groups.reduce((largest, group) => (group.length > largest.length ? group : largest));
  const lines = groups.flatMap((group) => (group === reference ? [] : explainGroup(group, reference)));
  return new InputError({
    is: `runs with different comparability keys: ${groups.map(renderGroup).join('; ')}`,
    expected: 'runs with one key',
    mend: [...lines, ...checked.flatMap(sayStale), ...adviseMend(checked, reference[0]!)].join('\n  '),
  });
}

async function checkRun({ folder, result }: ScoredRun): Promise<CheckedRun> {
  const run = { folder, stored: result.comparability, key: result.comparabilityKey };
  try {
    const opened = await openRun(folder);
    await requireScreenings(opened);
    const { record, dataset, labels } = opened;
    return { ...run, present: comparabilityOfRun(record, dataset, labels).parts };
  } catch (error) {
    if (!(error instanceof InputError) && !(error instanceof ArtifactError)) throw error;
    return { ...run, present: null, reason: error.message.split('\n')[0]! };
  }
}

/** @throws {ArtifactError} where answers that the plan asks for are not there */
async function requireScreenings({ store, record, shards }: OpenRun): Promise<void> {
  for (const { id } of record.models) {
    for (const { shard } of shards) {
      const key = runKeys.screenings(id, shard);
      if ((await store.readLines(key)) !== null) continue;
      throw new ArtifactError(`screenings "${store.describe(key)}" are missing`);
    }
  }
}

function renderGroup(group: readonly CheckedRun[]): string {
  return `${group.map(({ folder }) => folder).join(', ')} ${shorten(group[0]!.key)}`;
}

function explainGroup(group: readonly CheckedRun[], reference: readonly CheckedRun[]): string[] {
  const [a, b] = [group[0]!, reference[0]!];
  return [
    `${group.map(({ folder }) => folder).join(', ')} against ${b.folder}:`,
    ...explainDifference(a.stored, b.stored).map(
      (each) => `- ${namePart(each)}: ${shorten(each.a)} against ${shorten(each.b)}; ${sayMend(each)}`,
    ),
  ];
}

function sayMend({ part, mend }: ComparabilityDifference): string {
  return mend === 'rescore'
    ? 'it is settled when answers are scored'
    : `scoring again cannot mend it: ${parts[keyOf(part)].rerun}`;
}

function sayStale({ folder, stored, present }: CheckedRun): string[] {
  const changed = present === null ? [] : explainDifference(stored, present);
  return changed.length === 0
    ? []
    : [`${folder} is stale: since it was scored these changed: ${changed.map(namePart).join(', ')}.`];
}

function adviseMend(runs: readonly CheckedRun[], reference: CheckedRun): string[] {
  const plan = planRescoring(runs);
  if (plan !== null) {
    const commands = plan.map(
      ({ folder, policy }) =>
        `npx maalestok score ${quoteArgument(folder)}${policy === undefined ? '' : ` --policy ${policy}`}`,
    );
    return ['This gives all of them one key, and asks no model:', ...commands];
  }
  const closed = runs.flatMap(({ folder, reason }) =>
    reason === undefined ? [] : [`${folder} cannot be scored again: ${reason}`],
  );
  return [...closed, ...sayRest(runs, reference)];
}

/** What would still differ after scoring all runs again under one policy. */
function sayRest(runs: readonly CheckedRun[], reference: CheckedRun): string[] {
  const today = ({ present, stored }: CheckedRun) => ({
    ...(present ?? stored),
    policy: reference.stored.policy,
  });
  return runs.flatMap((run) => {
    const rest = explainDifference(today(run), today(reference));
    if (rest.length === 0) return [];
    return [
      `Scored again today, ${run.folder} would still differ from ${reference.folder} in ${rest.map(namePart).join(', ')}.`,
    ];
  });
}

/** `the labels`; a field of the protocol with its path. */
export function namePart({ part }: Pick<ComparabilityDifference, 'part'>): string {
  const key = keyOf(part);
  return part === key ? parts[key].name : `${parts[key].name} (${part})`;
}

function keyOf(part: string): keyof Comparability {
  return part.split('.')[0] as keyof Comparability;
}

const longest = 60;

/** Hashes by their first digits, long texts by both ends: the difference may stand in either. */
function shorten(text: string): string {
  const short = cleanText(text.replaceAll(/\s+/gu, ' ')).replaceAll(
    /\b([0-9a-f]{12})[0-9a-f]{52}\b/gu,
    '$1…',
  );
  return short.length <= longest ? short : `${short.slice(0, longest / 2)}…${short.slice(-longest / 2)}`;
}
