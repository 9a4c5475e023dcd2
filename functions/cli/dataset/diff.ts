import type { LabelDifference } from '../../../datasets/change.ts';
import { excerpt } from '../../../datasets/errors.ts';
import type { Judged } from '../../../datasets/judged.ts';
import { toCellText } from '../../../datasets/tables/cell-text.ts';
import {
  type DatasetDifference,
  diffDatasets,
  type VersionName,
} from '../../../evals/dataset/diff-datasets.ts';
import { openDataset } from '../../../evals/open-dataset.ts';
import { createFileStore } from '../../adapters/file-store.ts';

/** `maalestok dataset diff A B`: what differs between two versions, in words or as JSON. */
export async function diffVersions(a: string, b: string, options: { json?: boolean }): Promise<void> {
  const difference = await diffDatasets(
    await openDataset(createFileStore(a)),
    await openDataset(createFileStore(b)),
  );
  process.stdout.write(
    options.json === true ? `${JSON.stringify(difference, null, 2)}\n` : renderDifference(difference),
  );
}

function renderDifference(difference: DatasetDifference): string {
  const { from, to, cases, labels, codes, annotations, judged } = difference;
  const name = ({ id, version, labelVersion }: VersionName) => `${id} ${version} (labels ${labelVersion})`;
  const list = (title: string, ids: readonly string[]) =>
    ids.length === 0 ? [] : [`${ids.length} cases ${title}: ${ids.join(', ')}`];
  const lines = [
    `${name(from)} → ${name(to)}`,
    ...list('added', cases.added),
    ...list('removed', cases.removed),
    ...list('changed', cases.changed),
    ...list(
      'moved',
      cases.moved.map(({ caseId, from: before, to: after }) => `${caseId} (${before} → ${after})`),
    ),
    ...labels.map((each) => `${each.caseId}: ${sayLabel(each)}`),
    ...codes.map(({ code, before, after }) => `${code}: ${before} → ${after} defects`),
    ...(annotations.before === annotations.after
      ? []
      : [`labels by caseworkers alone: ${annotations.before} → ${annotations.after}`]),
    ...judged.removed.map((each) => `${each.caseId}: no longer judged: ${sayJudged(each)}`),
    ...judged.added.map((each) => `${each.caseId}: judged: ${sayJudged(each)}`),
  ];
  if (lines.length === 1) lines.push('The same cases, labels and annotations.');
  return `${lines.map(toCellText).join('\n')}\n`;
}

function sayJudged({ decision, duplicateOf, findings, by, date, why }: Judged): string {
  const said = decision === 'rejected' ? 'rejected' : `the same as ${duplicateOf}`;
  return `${said} by ${by} on ${date}: "${excerpt(findings[0]!.text)}" (${excerpt(why)})`;
}

function sayLabel({ kind, defectId, before, after }: LabelDifference): string {
  if (kind === 'outcome') return `outcome ${String(before ?? 'none')} → ${String(after ?? 'none')}`;
  const value = (kind === 'removed' ? before : after) as { code?: string } | undefined;
  if (kind !== 'changed') return `${defectId} ${kind}: ${value?.code}`;
  return `${defectId} changed (${value?.code}): ${changedFields(before, after).join(', ')}`;
}

function changedFields(before: unknown, after: unknown): string[] {
  const [a, b] = [before as Record<string, unknown>, after as Record<string, unknown>];
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...fields]
    .filter((field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]))
    .map((field) =>
      typeof a[field] === 'object' || typeof b[field] === 'object'
        ? field
        : `${field} ${String(a[field] ?? '–')} → ${String(b[field] ?? '–')}`,
    );
}
