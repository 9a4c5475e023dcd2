import type { Case } from '../../datasets/case.ts';
import type { BuiltCase } from '../../datasets/intake/build-case.ts';
import type { IntakeReport } from './intake-report.ts';
import { type PresentCases, shortHash } from './present-cases.ts';

/** Differences of so many cases are named field by field: each costs a look through the data set. */
const namedDifferences = 20;

/** A case beside the one of its id in the data set. @returns in what they differ, in words */
export async function compareWithPresent(
  { case: taken, label }: BuiltCase,
  { present, report }: { present: PresentCases; report: IntakeReport },
): Promise<'new' | 'same' | string> {
  const known = present.hashes.get(taken.caseId);
  if (known === undefined) return 'new';
  if (known.case === shortHash(taken)) {
    if (label !== undefined && known.label !== shortHash(label)) {
      report.notes.push(`the label of "${taken.caseId}" differs from the data set's, which stays`);
    }
    return 'same';
  }
  report.compared = (report.compared ?? 0) + 1;
  const other = report.compared > namedDifferences ? undefined : await present.find(taken.caseId);
  return other === undefined ? 'its content' : differences(taken, other).join(', ');
}

function differences(one: Case, other: Case): string[] {
  const differ = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);
  const keys = (Object.keys({ ...other, ...one }) as (keyof Case)[]).filter(
    (key) => key !== 'fields' && differ(one[key], other[key]),
  );
  const fields = Object.keys({ ...other.fields, ...one.fields }).filter((name) =>
    differ(one.fields[name], other.fields[name]),
  );
  const named = [...keys, ...fields.map((name) => `fields.${name}`)];
  return named.length > 6 ? [...named.slice(0, 6), `${named.length - 6} more`] : named;
}
