import type { Card, Split, SplitName } from '../../../datasets/card.ts';
import { CardSchema } from '../../../datasets/card.ts';
import { InputError } from '../../../datasets/errors.ts';
import { parseLine } from '../../../datasets/parse-line.ts';
import type { PrivacyFinding } from '../../../datasets/privacy/finding.ts';
import type { FindingKind } from '../../../datasets/privacy/finding-kind.ts';
import { gateVersion } from '../../../datasets/privacy/gate-version.ts';
import { checkedHash, type MadeUp, type SignOff } from '../../../datasets/privacy/privacy-card.ts';
import { hashBeside } from '../../../evals/hash-beside.ts';
import { readLineHash } from '../../../evals/hash-lines.ts';
import { linesOf, requireHash } from '../../../evals/open-dataset.ts';
import type { BlobStore } from '../../../evals/ports.ts';
import { checkSplitFiles } from '../dataset/check-split-files.ts';
import { scanCard } from './scan-card.ts';
import { scanSplit } from './scan-split.ts';

export interface SignOffRequest {
  by: string;
  why: string;
  date?: string | undefined;
  /** Absent: findings of every kind. */
  kinds?: ReadonlySet<FindingKind> | undefined;
}

export interface GateOptions {
  write: boolean;
  signOff?: SignOffRequest | undefined;
  /** All that is named was made up: the texts are not searched, and the card says who answers for it. */
  madeUp?: MadeUp | undefined;
}

export interface DatasetGate {
  /** Those signed off are marked so. In the order of splits and files. */
  findings: PrivacyFinding[];
  open: number;
  /** What the card said of other files than are there now: void, and with `write` no longer in the card. */
  voidMadeUp?: MadeUp | undefined;
}

/** @throws {InputError} where there is no card, or it is wrong */
export async function readCard(store: BlobStore): Promise<Card> {
  const file = store.describe('card.json');
  const bytes = await store.read('card.json');
  if (bytes === null) throw new InputError({ file, is: 'no such file', expected: 'a data set card' });
  return parseLine(new TextDecoder().decode(bytes), CardSchema, { file });
}

/**
 * Runs the gate over all splits of a data set, and over the texts beside them. With `write` the card says which splits have no open finding and what was
 * signed off; a request to sign off is done first. Nothing else in the card changes.
 */
export async function gateDataset(store: BlobStore, options: GateOptions): Promise<DatasetGate> {
  const card = await readCard(store);
  if (options.madeUp !== undefined) return passMadeUp(store, card, options.madeUp);
  const bySplit = new Map<SplitName, PrivacyFinding[]>();
  for (const [name, split] of Object.entries(card.splits) as [SplitName, Card['splits'][SplitName]][]) {
    const findings: PrivacyFinding[] = [];
    for await (const { finding } of scanSplit(store, split!, { certify: options.write }))
      findings.push(finding);
    bySplit.set(name, findings);
  }
  const beside: PrivacyFinding[] = [];
  for await (const { finding } of scanCard(store, card)) beside.push(finding);
  const all = [...[...bySplit.values()].flat(), ...beside];
  const signedOff = addSignOff(card.privacy?.signedOff ?? [], all, options.signOff);
  const besideHash = await hashBeside(store, card);
  const madeUp = stillMadeUp(card, besideHash);
  const isSigned = madeUp === undefined ? signedBy(signedOff) : () => true;
  const checkedSha256: Partial<Record<SplitName, string>> = {};
  for (const [name, findings] of bySplit) {
    if (findings.every(isSigned) && beside.every(isSigned))
      checkedSha256[name] = checkedHash(card.splits[name]!, besideHash, gateVersion, { signedOff, madeUp });
  }
  if (options.write) {
    const privacy = {
      gate: gateVersion,
      checkedSha256,
      signedOff,
      ...(madeUp === undefined ? {} : { madeUp }),
    };
    await store.write('card.json', `${JSON.stringify({ ...card, privacy }, null, 2)}\n`);
  }
  const findings = all.map((finding) => ({ ...finding, signedOff: isSigned(finding) }));
  const voidMadeUp = madeUp === undefined ? card.privacy?.madeUp : undefined;
  return { findings, open: findings.filter((finding) => !finding.signedOff).length, voidMadeUp };
}

/** What was said of the data as it is now; where a file has changed, it is void. */
function stillMadeUp({ privacy, splits }: Card, beside: string): MadeUp | undefined {
  if (privacy?.madeUp === undefined) return undefined;
  const same = (Object.keys(splits) as SplitName[]).every(
    (name) => privacy.checkedSha256[name] === checkedHash(splits[name]!, beside, privacy.gate, privacy),
  );
  return same ? privacy.madeUp : undefined;
}

/** @throws {InputError} where the data set does not say that it is synthetic */
async function passMadeUp(store: BlobStore, card: Card, madeUp: MadeUp): Promise<DatasetGate> {
  if (!card.synthetic) {
    throw new InputError({
      file: store.describe('card.json'),
      field: 'synthetic',
      is: 'false',
      expected: 'a synthetic data set, where all that is named is to be made up',
      mend: 'Mend the findings, or sign them off with --sign-off.',
    });
  }
  const signedOff = card.privacy?.signedOff ?? [];
  const names = Object.keys(card.splits) as SplitName[];
  for (const name of names) await requireAsNamed(store, card.splits[name]!);
  const beside = await hashBeside(store, card);
  const checkedSha256 = Object.fromEntries(
    names.map((name) => [name, checkedHash(card.splits[name]!, beside, gateVersion, { signedOff, madeUp })]),
  );
  const privacy = { gate: gateVersion, checkedSha256, signedOff, madeUp };
  await store.write('card.json', `${JSON.stringify({ ...card, privacy }, null, 2)}\n`);
  return { findings: [], open: 0 };
}

/** What is said of files holds for the very ones that are there. @throws {InputError} */
async function requireAsNamed(store: BlobStore, split: Split): Promise<void> {
  for (const name of ['cases', 'labels', 'annotations', 'judged'] as const) {
    const [key, expected] = [split[name], split[`${name}Sha256`]];
    if (key === undefined || expected === undefined) continue;
    requireHash(store, key, (await readLineHash(await linesOf(store, key))).sha256, expected);
  }
  await checkSplitFiles(store, split);
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
