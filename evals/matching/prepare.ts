import canonicalize from 'canonicalize';
import type { Defect } from '../../datasets/label.ts';
import { groupOfCode, type Taxonomy } from '../../datasets/taxonomy/taxonomy.ts';
import type { Finding } from '../screening/screening.ts';
import { placeSet } from './place.ts';
import type { WrittenCitation } from './provision-reader.ts';
import { type CitationContext, type Provisions, provisionsOf, readWritten } from './read-provisions.ts';

export interface MatchingContext extends CitationContext {
  taxonomy: Taxonomy;
}

/** A finding, read once for matching and scoring. */
export interface PreparedFinding {
  finding: Finding;
  group: string | null;
  written: WrittenCitation[];
  provisions: Provisions;
  places: Set<string>;
}

/** A labelled defect, read once. */
export interface PreparedDefect {
  defect: Defect;
  group: string | null;
  /** One a set, the first the primary. */
  sets: Provisions[];
  /** All sets together. */
  union: Provisions;
  places: Set<string>;
}

export function prepareFinding(finding: Finding, context: MatchingContext): PreparedFinding {
  const written = readWritten(finding.citations, context);
  return {
    finding,
    group: groupOfCode(context.taxonomy, finding.code),
    written,
    provisions: provisionsOf(written),
    places: placeSet(finding.evidence),
  };
}

export function prepareDefect(defect: Defect, context: MatchingContext): PreparedDefect {
  const written = defect.citationSets.map((set) => readWritten(set, context));
  return {
    defect,
    group: groupOfCode(context.taxonomy, defect.code),
    sets: written.map(provisionsOf),
    union: provisionsOf(written.flat()),
    places: placeSet(defect.evidence),
  };
}

/** Canonical JSON of a finding without its id: the order of ties. */
export function findingKey(prepared: PreparedFinding): string {
  return keyOf(prepared, () => {
    const { findingId: _, ...content } = prepared.finding;
    return content;
  });
}

/** Canonical JSON of a defect: the order of ties. */
export function defectKey(prepared: PreparedDefect): string {
  return keyOf(prepared, () => prepared.defect);
}

/** Asked for only where there may be ties, and then several times. */
const keys = new WeakMap<object, string>();

function keyOf(prepared: object, contentOf: () => unknown): string {
  let key = keys.get(prepared);
  if (key === undefined) {
    key = canonicalize(contentOf()) ?? '';
    keys.set(prepared, key);
  }
  return key;
}
