import type { SplitName } from '../../datasets/card.ts';
import type { Annotation } from '../../datasets/label.ts';
import { AnnotationSchema } from '../../datasets/label.ts';
import { parseLine } from '../../datasets/parse-line.ts';
import { canonicalHash } from '../canonical-hash.ts';
import { type Dataset, linesOf } from '../open-dataset.ts';
import type { BlobStore } from '../ports.ts';
import { writeSplitFile } from './write-split-file.ts';

export interface AnnotationsWritten {
  added: number;
  replaced: number;
  unchanged: number;
}

/**
 * Puts one caseworker's labels into the annotations file of a split, and the file's name and hash into the card. A
 * label that is already there in the same words stays as it is, to the byte; another of the same case is replaced.
 * No other process may write to the data set since it was opened.
 * @param annotations of one annotator, one a case
 */
export async function writeAnnotations(
  { card }: Dataset,
  store: BlobStore,
  split: SplitName,
  annotations: readonly Annotation[],
): Promise<AnnotationsWritten> {
  const entry = card.splits[split]!;
  const news = new Map(annotations.map((each) => [`${each.caseId} ${each.annotatorId}`, each]));
  const written: AnnotationsWritten = { added: 0, replaced: 0, unchanged: 0 };
  const lines: string[] = [];
  const key = entry.annotations;
  if (key !== undefined) {
    for await (const line of await linesOf(store, key)) {
      if (line === '') continue;
      const old = parseLine(line, AnnotationSchema, { file: store.describe(key) });
      const name = `${old.caseId} ${old.annotatorId}`;
      const renewed = news.get(name);
      news.delete(name);
      const same = renewed === undefined || canonicalHash(renewed) === canonicalHash(old);
      if (renewed !== undefined) written[same ? 'unchanged' : 'replaced'] += 1;
      lines.push(same ? line : JSON.stringify(renewed));
    }
  }
  for (const each of news.values()) lines.push(JSON.stringify(each));
  written.added = news.size;
  await writeSplitFile(store, split, 'annotations', lines.map((line) => `${line}\n`).join(''));
  return written;
}
