import { createReadStream } from 'node:fs';
import { readdir, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type SplitName, splitNames } from '../../datasets/card.ts';
import { assignSplits } from '../../datasets/intake/assign-splits.ts';
import { composeIntakeCard } from '../../datasets/intake/compose-card.ts';
import type { Mapping } from '../../datasets/intake/mapping.ts';
import { decodeLines } from '../adapters/decode-lines.ts';
import { createFileStore } from '../adapters/file-store.ts';
import { keepVersion } from './keep-version.ts';
import { LineSink } from './line-sink.ts';
import { familiesKey, type PresentCases } from './present-cases.ts';

/** A case that waits in the stage, in the order of its lines. */
export interface StagedCase {
  /** The hash of the mapping's family, or the case's own id. */
  family: string;
  named: boolean;
}

export interface WriteSplitsInput {
  mapping: Mapping;
  present: PresentCases;
  beside: string;
  staged: readonly StagedCase[];
}

/** Deals the staged cases into splits and writes files and card. @returns cases by split, in all */
export async function writeSplits(input: WriteSplitsInput): Promise<Partial<Record<SplitName, number>>> {
  const { mapping, present, beside, staged } = input;
  const splitOf = deal(input);
  const names = splitNames.filter(
    (name) => (present.counts[name] ?? 0) > 0 || staged.some((each) => splitOf(each) === name),
  );
  const kinds = mapping.labels === undefined ? (['cases'] as const) : (['cases', 'labels'] as const);
  const counts: Partial<Record<SplitName, number>> = {};
  const written: Record<string, object> = {};
  for (const name of names) {
    const entry: Record<string, unknown> = { ...present.card?.splits[name] };
    for (const kind of kinds) {
      const key = present.card?.splits[name]?.[kind] ?? `${name}.${kind}.jsonl`;
      const { count, sha256 } = await writeSplit(input, kind, key, (each) => splitOf(each) === name);
      Object.assign(entry, { [kind]: key, count, [`${kind}Sha256`]: sha256 });
      counts[name] = count;
    }
    written[name] = entry;
  }
  await writeFamilies(input, splitOf);
  await rm(join(beside, 'stage.cases'));
  await rm(join(beside, 'stage.labels'));
  if ((await readdir(join(beside, 'files'))).length === 0) await rmdir(join(beside, 'files'));
  await createFileStore(beside).write(
    'card.json',
    `${JSON.stringify(composeCard(input, written), null, 2)}\n`,
  );
  return counts;
}

function deal({ mapping, present, staged }: WriteSplitsInput): (staged: StagedCase) => SplitName {
  const families = new Map<string, number>();
  const counts = { ...present.counts };
  for (const { family } of staged) {
    const known = present.families.get(family);
    if (known === undefined) families.set(family, (families.get(family) ?? 0) + 1);
    else counts[known] = (counts[known] ?? 0) + 1;
  }
  const { seed, shares } = mapping.splits;
  const dealt = assignSplits({ seed, shares, families, present: counts });
  return ({ family }) => present.families.get(family) ?? dealt.get(family)!;
}

async function writeSplit(
  { beside, staged }: WriteSplitsInput,
  kind: 'cases' | 'labels',
  key: string,
  belongs: (staged: StagedCase) => boolean,
): Promise<{ count: number; sha256: string }> {
  const store = createFileStore(beside);
  const sink = await LineSink.open(join(beside, 'stage.split'));
  for await (const line of (await store.readLines(key)) ?? []) if (line !== '') await sink.line(line);
  let at = 0;
  for await (const line of decodeLines(createReadStream(join(beside, `stage.${kind}`)), `stage.${kind}`)) {
    if (belongs(staged[at]!)) await sink.line(line);
    at += 1;
  }
  const sha256 = await sink.close();
  await rename(join(beside, 'stage.split'), join(beside, key));
  return { count: sink.count, sha256 };
}

/** Where families are that the mapping names, so that their later cases join them. */
async function writeFamilies(
  { present, staged, beside }: WriteSplitsInput,
  splitOf: (staged: StagedCase) => SplitName,
): Promise<void> {
  const families = new Map(present.families);
  for (const each of staged) if (each.named) families.set(each.family, splitOf(each));
  if (families.size === 0) return;
  const lines = [...families]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([family, split]) => `${JSON.stringify({ family, split })}\n`);
  await createFileStore(beside).write(familiesKey, lines.join(''));
}

/** A card that is there stays, sign-offs too; what the gate passed is void by its hash once cases are added. */
function composeCard({ mapping, present }: WriteSplitsInput, splits: Record<string, object>): object {
  const fresh = composeIntakeCard(mapping);
  const version = keepVersion(present.card?.version, mapping.dataset.version);
  return { ...fresh, ...present.raw, version, splits };
}
