import type { Card, SplitName } from '../../../datasets/card.ts';
import { CardSchema } from '../../../datasets/card.ts';
import { InputError } from '../../../datasets/errors.ts';
import { parseLine } from '../../../datasets/parse-line.ts';
import { gateVersion } from '../../../datasets/privacy/detect.ts';
import type { PrivacyFinding } from '../../../datasets/privacy/finding.ts';
import type { FindingKind } from '../../../datasets/privacy/finding-kind.ts';
import { checkedHash, type SignOff } from '../../../datasets/privacy/privacy-card.ts';
import type { BlobStore } from '../../../evals/ports.ts';
import { scanSplit } from './scan-split.ts';

export interface SignOffRequest {
  by: string;
  why: string;
  date?: string | undefined;
  /** Absent: findings of every kind. */
  kinds?: ReadonlySet<FindingKind> | undefined;
}

export interface DatasetGate {
  /** Those signed off are marked so. In the order of splits and files. */
  findings: PrivacyFinding[];
  open: number;
}

/** @throws {InputError} where there is no card, or it is wrong */
export async function readCard(store: BlobStore): Promise<Card> {
  const file = store.describe('card.json');
  const bytes = await store.read('card.json');
  if (bytes === null) throw new InputError({ file, is: 'no such file', expected: 'a data set card' });
  return parseLine(new TextDecoder().decode(bytes), CardSchema, { file });
}

/**
 * Runs the gate over all splits of a data set. With `write` the card says which splits have no open finding and what was
 * signed off; a request to sign off is done first. Nothing else in the card changes.
 */
export async function gateDataset(
  store: BlobStore,
  options: { write: boolean; signOff?: SignOffRequest | undefined },
): Promise<DatasetGate> {
  const card = await readCard(store);
  const bySplit = new Map<SplitName, PrivacyFinding[]>();
  for (const [name, split] of Object.entries(card.splits) as [SplitName, Card['splits'][SplitName]][]) {
    const findings: PrivacyFinding[] = [];
    for await (const { finding } of scanSplit(store, split!)) findings.push(finding);
    bySplit.set(name, findings);
  }
  const all = [...bySplit.values()].flat();
  const signedOff = addSignOff(card.privacy?.signedOff ?? [], all, options.signOff);
  const isSigned = signedBy(signedOff);
  const checkedSha256: Partial<Record<SplitName, string>> = {};
  for (const [name, findings] of bySplit) {
    if (findings.every(isSigned))
      checkedSha256[name] = checkedHash(card.splits[name]!, gateVersion, signedOff);
  }
  if (options.write) {
    const privacy = { gate: gateVersion, checkedSha256, signedOff };
    await store.write('card.json', `${JSON.stringify({ ...card, privacy }, null, 2)}\n`);
  }
  const findings = all.map((finding) => ({ ...finding, signedOff: isSigned(finding) }));
  return { findings, open: findings.filter((finding) => !finding.signedOff).length };
}

export function signedBy(signedOff: readonly SignOff[]): (finding: PrivacyFinding) => boolean {
  const signed = new Set(signedOff.flatMap(({ kind, findings }) => findings.map((id) => `${kind} ${id}`)));
  return ({ kind, finding }) => signed.has(`${kind} ${finding}`);
}

/** One entry a kind; ids sorted, each once. */
function addSignOff(
  before: readonly SignOff[],
  findings: readonly PrivacyFinding[],
  request: SignOffRequest | undefined,
): SignOff[] {
  if (request === undefined) return [...before];
  const isSigned = signedBy(before);
  const byKind = new Map<FindingKind, Set<string>>();
  for (const finding of findings) {
    if (isSigned(finding) || request.kinds?.has(finding.kind) === false) continue;
    byKind.set(finding.kind, (byKind.get(finding.kind) ?? new Set()).add(finding.finding));
  }
  const { by, why, date } = request;
  const signed = { by, ...(date === undefined ? {} : { date }), why };
  const added = [...byKind].map(([kind, ids]): SignOff => ({ kind, ...signed, findings: [...ids].sort() }));
  return [...before, ...added.sort((a, b) => (a.kind < b.kind ? -1 : 1))];
}
