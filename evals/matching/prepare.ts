import canonicalize from 'canonicalize';
import type { Defect } from '../../datasets/label.ts';
import { groupOfCode, type Taxonomy } from '../../datasets/taxonomy/taxonomy.ts';
import type { Finding } from '../screening/screening.ts';
import { placeSet } from './place.ts';
import {
  type CitationContext,
  type Provisions,
  provisionsOf,
  readWritten,
  type WrittenCitation,
} from './read-provisions.ts';

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
  /** Canonical JSON without the id: the order of ties. */
  tieKey: string;
}

/** A labelled defect, read once. */
export interface PreparedDefect {
  defect: Defect;
  group: string | null;
  /** One a set, the first the primary. */
  sets: Provisions[];
  places: Set<string>;
  tieKey: string;
}

export function prepareFinding(finding: Finding, context: MatchingContext): PreparedFinding {
  const written = readWritten(finding.citations, context);
  const { findingId: _, ...content } = finding;
  return {
    finding,
    group: groupOfCode(context.taxonomy, finding.code),
    written,
    provisions: provisionsOf(written, context),
    places: placeSet(finding.evidence),
    tieKey: canonicalize(content) ?? '',
  };
}

export function prepareDefect(defect: Defect, context: MatchingContext): PreparedDefect {
  return {
    defect,
    group: groupOfCode(context.taxonomy, defect.code),
    sets: defect.citationSets.map((set) => provisionsOf(readWritten(set, context), context)),
    places: placeSet(defect.evidence),
    tieKey: canonicalize(defect) ?? '',
  };
}
