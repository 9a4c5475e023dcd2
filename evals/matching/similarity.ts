import type { PreparedDefect, PreparedFinding } from './prepare.ts';

/** How alike a finding and a defect are, in whole millionths. */
export interface Similarity {
  /** 0.5·code + 0.3·citation + 0.2·evidence. */
  total: number;
  sameCode: boolean;
  sameGroup: boolean;
  /** Hierarchical F1 against the accepted set that gives the highest. */
  citation: number;
  evidence: number;
}

/** Similarity of a pair; all parts but the total in [0, 1], the total in [0, 1 000 000]. */
export function measureSimilarity(finding: PreparedFinding, defect: PreparedDefect): Similarity {
  const sameCode = finding.finding.code === defect.defect.code;
  const sameGroup = finding.group !== null && finding.group === defect.group;
  const code = sameCode ? 1 : sameGroup ? 0.5 : 0;
  const cited = finding.provisions.hierarchical;
  let citation = 0;
  for (const set of defect.sets) citation = Math.max(citation, setF1(cited, set.hierarchical));
  const evidence = setF1(finding.places, defect.places);
  const total = Math.round(1_000_000 * (0.5 * code + 0.3 * citation + 0.2 * evidence));
  return { total, sameCode, sameGroup, citation, evidence };
}

/** F1 of two sets; 0 where either is empty. */
export function setF1(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  return (2 * countShared(a, b)) / (a.size + b.size);
}

/** How many elements two sets share. */
export function countShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a === b) return a.size;
  let shared = 0;
  for (const element of a) if (b.has(element)) shared += 1;
  return shared;
}
