import type { Catalogue } from '../../datasets/rules/catalogue.ts';
import type { Citation, CitationInput } from '../../datasets/rules/citation.ts';
import { formatCitationId } from '../../datasets/rules/citation-id.ts';
import { citationNodes, isTooBroad } from '../../datasets/rules/citation-nodes.ts';
import { displayCitation } from '../../datasets/rules/display-citation.ts';
import { readCitations } from '../../datasets/rules/read-citation.ts';
import { resolveCitation } from '../../datasets/rules/resolve-citation.ts';
import { remember } from './remember.ts';

/** A cited provision with all that matching and scoring ask of it. */
export interface Provision {
  /** As parsed, before resolving. */
  citation: Citation;
  /** Canonical id of the resolved provision. */
  id: string;
  /** Law and §; a whole law or chapter stays itself. */
  paragraph: string;
  /** The provision and its ancestors up to the §. */
  nodes: readonly string[];
  /** As a caseworker writes it, in Danish. */
  display: string;
  tooBroad: boolean;
}

/** One citation as it was handed in: a list or range is one. */
export interface WrittenCitation {
  text: string;
  /** Empty where nothing could be read. */
  provisions: readonly Provision[];
}

export interface ProvisionReader {
  /** What each part of an input says. Text without a provision gives one part with none. */
  read(input: CitationInput): readonly WrittenCitation[];
  describe(citation: Citation): Provision;
}

const readers = new WeakMap<Catalogue, ProvisionReader>();

/** The reader of a catalogue; there is one, since it remembers what it read. */
export function provisionReaderOf(catalogue: Catalogue): ProvisionReader {
  let reader = readers.get(catalogue);
  if (reader === undefined) {
    reader = createReader(catalogue);
    readers.set(catalogue, reader);
  }
  return reader;
}

function createReader(catalogue: Catalogue): ProvisionReader {
  const described = new Map<string, Provision>();
  function describe(citation: Citation): Provision {
    const key = formatCitationId(citation);
    let provision = described.get(key);
    if (provision === undefined) {
      provision = describeProvision(citation, catalogue);
      if (described.size >= 20_000) described.clear();
      described.set(key, provision);
    }
    return provision;
  }
  const readInput = (input: CitationInput): readonly WrittenCitation[] => {
    const parsed = readCitations(input, catalogue);
    if (parsed.length === 0) return [{ text: textOf(input), provisions: [] }];
    const parts = Map.groupBy(parsed, ({ written }) => written.index);
    return [...parts.values()].map((part) => {
      const { start, end } = part[0]!.written;
      return {
        text: typeof input === 'string' ? input.slice(start, end) : textOf(input),
        provisions: part.map(({ citation }) => describe(citation)),
      };
    });
  };
  const readText = remember(readInput);
  return {
    read: (input) => (typeof input === 'string' ? readText(input) : readInput(input)),
    describe,
  };
}

function describeProvision(citation: Citation, catalogue: Catalogue): Provision {
  const resolved = resolveCitation(citation, catalogue);
  const id = formatCitationId(resolved);
  const { law, paragraph } = resolved;
  return {
    citation,
    id,
    paragraph: paragraph === undefined ? id : formatCitationId({ law, paragraph }),
    nodes: citationNodes(resolved),
    display: displayCitation(citation, catalogue, 'da'),
    tooBroad: isTooBroad(citation),
  };
}

function textOf(input: CitationInput): string {
  return typeof input === 'string' ? input : formatCitationId(input);
}
