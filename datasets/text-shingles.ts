/** A text's words, folded: lower case, without marks, numbers as they are. */
export function foldWords(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The distinct runs of so many words of a text; of a shorter text the whole. */
export function shinglesOf(words: readonly string[], length: number): Set<string> {
  if (words.length === 0) return new Set();
  if (words.length <= length) return new Set([words.join(' ')]);
  const shingles = new Set<string>();
  for (let at = 0; at + length <= words.length; at += 1) shingles.add(words.slice(at, at + length).join(' '));
  return shingles;
}

/** |A∩B| / |A∪B|; 0 where both are empty. */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const each of small) if (large.has(each)) shared += 1;
  const union = a.size + b.size - shared;
  return union === 0 ? 0 : shared / union;
}
