import type { Change } from '../../datasets/change.ts';
import { compareText } from '../statistics/compare-text.ts';
import type { CheckInDataset } from './check-in.ts';
import type { CaseHashes } from './month-run.ts';

const shown = 20;
/** Characters of a reason that are kept. */
const longestWhy = 2_000;

export interface LabelChangesInput {
  before: { version: string; cases: CaseHashes };
  now: { version: string; cases: CaseHashes };
  /** The data set's change log. */
  log: readonly Change[];
  split: string;
}

/** Which labels differ from the last check-in's, and what the change log says of the versions between. */
export function findLabelChanges({
  before,
  now,
  log,
  split,
}: LabelChangesInput): NonNullable<CheckInDataset['labels']> {
  const changed = [...now.cases]
    .filter(([id, { content, label }]) => {
      const then = before.cases.get(id);
      return then !== undefined && then.content === content && then.label !== label;
    })
    .map(([id]) => id)
    .sort(compareText);
  const versions = versionsBetween(log, before.version, now.version);
  const logged = log.filter((change) => change.split === split && versions.has(change.version));
  const explained = new Set(logged.map(({ caseId }) => caseId));
  const unlogged = changed.filter((id) => !explained.has(id));
  return {
    cases: changed.length,
    caseIds: changed.slice(0, shown),
    changes: logged
      .slice(0, shown)
      .map(({ schema: _schema, before: _before, after: _after, runs: _runs, why, ...change }) => ({
        ...change,
        why: why.slice(0, longestWhy),
      })),
    logged: logged.length,
    unlogged: unlogged.length,
    unloggedIds: unlogged.slice(0, shown),
  };
}

/** The versions after `from`, up to and with `to`, as the log leads from one to the other; none where it does not. */
function versionsBetween(log: readonly Change[], from: string, to: string): ReadonlySet<string> {
  const cameFrom = new Map(log.map(({ version, from: earlier }) => [version, earlier]));
  const versions = new Set<string>();
  for (let version: string | undefined = to; version !== from; version = cameFrom.get(version)) {
    if (version === undefined || versions.has(version)) return new Set();
    versions.add(version);
  }
  return versions;
}
