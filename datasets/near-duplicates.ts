import { createHash } from 'node:crypto';
import type { Case } from './case.ts';
import { foldWords, jaccard, shinglesOf } from './text-shingles.ts';

/** Two cases are near duplicates from this share of common shingles (Jaccard) on. */
export const nearDuplicateFrom = 0.6;

const shingleLength = 5;
const bands = 32;
const rowsPerBand = 3;

export interface NearDuplicate {
  a: string;
  b: string;
  /** Jaccard similarity, in [0, 1]. */
  similarity: number;
}

/**
 * Finds cases whose documents say nearly the same: runs of five words over all documents, every number taken as one
 * and the same, compared by Jaccard similarity. Candidates come from MinHash with 32 bands of 3: at the threshold one
 * pair in 2,500 is missed, at 0.7 one in a million. Each candidate is then compared in full.
 * Cases without text are no duplicates of anything.
 * @source Broder, A. (1997), On the resemblance and containment of documents. Proc. Compression and Complexity of Sequences.
 */
export class NearDuplicateIndex {
  readonly #shingles = new Map<string, ReadonlySet<string>>();
  readonly #groups = new Map<string, string>();
  readonly #buckets: Map<string, string[]>[] = Array.from({ length: bands }, () => new Map());

  /** Adds a case of a group, and gives those of other groups that it nearly duplicates, in the order they were added. */
  add(caseShown: Pick<Case, 'caseId' | 'documents'>, group: string): NearDuplicate[] {
    const { caseId } = caseShown;
    const hashes = hashesOf(caseShown);
    if (hashes.size === 0) return [];
    const keys = keysOf(hashes);
    const found = this.#find(caseId, group, hashes, keys);
    for (const [band, buckets] of this.#buckets.entries()) {
      buckets.set(keys[band]!, [...(buckets.get(keys[band]!) ?? []), caseId]);
    }
    this.#shingles.set(caseId, hashes);
    this.#groups.set(caseId, group);
    return found;
  }

  /** Those of other groups that a case would nearly duplicate, without adding it. */
  find(caseShown: Pick<Case, 'caseId' | 'documents'>, group: string): NearDuplicate[] {
    const hashes = hashesOf(caseShown);
    return hashes.size === 0 ? [] : this.#find(caseShown.caseId, group, hashes, keysOf(hashes));
  }

  #find(
    caseId: string,
    group: string,
    hashes: ReadonlySet<string>,
    keys: readonly string[],
  ): NearDuplicate[] {
    const candidates = new Set<string>();
    for (const [band, buckets] of this.#buckets.entries()) {
      for (const other of buckets.get(keys[band]!) ?? [])
        if (this.#groups.get(other) !== group) candidates.add(other);
    }
    return [...candidates]
      .map((a) => ({ a, b: caseId, similarity: jaccard(this.#shingles.get(a)!, hashes) }))
      .filter(({ similarity }) => similarity >= nearDuplicateFrom);
  }
}

/** Shingles as eight hex digits each: a case's text is not kept. */
function hashesOf({ documents }: Pick<Case, 'documents'>): Set<string> {
  const words = documents.flatMap(({ pages }) =>
    pages.flatMap(({ text }) => foldWords(text).map((word) => word.replace(/\d+/gu, '0'))),
  );
  const hash = (text: string) => createHash('sha1').update(text).digest('hex').slice(0, 8);
  return new Set([...shinglesOf(words, shingleLength)].map(hash));
}

/** The bucket of each band. */
function keysOf(hashes: ReadonlySet<string>): string[] {
  const signature = signatureOf(hashes);
  return Array.from({ length: bands }, (_, band) =>
    signature.slice(band * rowsPerBand, (band + 1) * rowsPerBand).join(' '),
  );
}

/** The least value of each of the hash functions over all shingles. */
function signatureOf(hashes: ReadonlySet<string>): Uint32Array {
  const signature = new Uint32Array(bands * rowsPerBand).fill(0xffffffff);
  for (const hash of hashes) {
    const value = Number.parseInt(hash, 16);
    for (let at = 0; at < signature.length; at += 1) {
      const mixed = mix(value, at);
      if (mixed < signature[at]!) signature[at] = mixed;
    }
  }
  return signature;
}

/** Murmur3's finaliser over the value and the number of the hash function. */
function mix(value: number, salt: number): number {
  let hash = (value ^ Math.imul(salt + 1, 0x9e3779b1)) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
