import Table from 'cli-table3';
import { excerpt } from '../../../datasets/errors.ts';
import type { PrivacyFinding } from '../../../datasets/privacy/finding.ts';
import { findingKinds } from '../../../datasets/privacy/finding-kind.ts';

const mostShown = 100;

/** Open findings as lines `file:line:column kind …`, the surest first within a file's order, and a table by kind. */
export function renderFindings(findings: readonly PrivacyFinding[]): string {
  if (findings.length === 0) return 'Gate: nothing found.\n';
  const open = findings.filter(({ signedOff }) => signedOff !== true);
  const lines = open.slice(0, mostShown).map(renderFinding);
  if (open.length > mostShown) lines.push(`… and ${open.length - mostShown} more (--json prints all)`);
  const table = new Table({
    head: ['kind', 'open', 'signed off'],
    colAligns: ['left', 'right', 'right'],
    style: { head: [], border: [] },
  });
  for (const kind of findingKinds) {
    const own = findings.filter((finding) => finding.kind === kind);
    const signed = own.filter(({ signedOff }) => signedOff === true).length;
    if (own.length > 0) table.push([kind, own.length - signed, signed]);
  }
  return `${[...lines, table.toString()].join('\n')}\n`;
}

function renderFinding({
  file,
  line,
  column,
  field,
  kind,
  confidence,
  excerpt: masked,
}: PrivacyFinding): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  const inside = field === undefined ? '' : ` (${excerpt(field, 80)})`;
  return `${place}${inside}  ${kind} ${confidence.toFixed(2)}  ${masked}`;
}
