import type { Catalogue } from '../catalogue.ts';
import { emptyContext } from './law-context.ts';
import type { Item } from './law-reference.ts';
import { readChapter } from './read-chapter.ts';
import { readAddressItem, readLaw } from './read-law.ts';
import { readLooseLevel, skipOther } from './read-loose-level.ts';
import { readSection } from './read-section.ts';
import { levelWord } from './read-words.ts';
import { CHAPTER, OTHER, type Reader, type Written } from './written.ts';

/** All citations of a text as written, in order. */
export function readWritten(
  items: readonly Item[],
  catalogue: Catalogue,
  defaultLaw: string | null,
): Written[] {
  const reader: Reader = { items, catalogue, context: emptyContext(defaultLaw), written: [], provisions: 0 };
  for (let at = 0; at < items.length; ) at = Math.max(at + 1, readAt(reader, at));
  return reader.written.filter(({ members }) => members.length > 0);
}

function readAt(reader: Reader, at: number): number {
  const item = reader.items[at]!;
  if (item.kind === 'law') return readLaw(reader, at);
  if (item.kind === 'address') return readAddressItem(reader, at);
  if (item.kind === 'section') return readSection(reader, at);
  if (item.kind !== 'word') return at + 1;
  if (CHAPTER.test(item.folded)) return readChapter(reader, at);
  if (OTHER.test(item.folded)) return skipOther(reader, at);
  if (levelWord(reader.items, at) !== null) return readLooseLevel(reader, at);
  return at + 1;
}
