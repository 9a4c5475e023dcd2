import type { Label } from '../../datasets/label.ts';
import type { Taxonomy } from '../../datasets/taxonomy/taxonomy.ts';
import type { Model } from '../ports.ts';
import type { Finding } from '../screening/screening.ts';
import { baselineVersions } from './baseline-versions.ts';
import { findBestCodeList } from './best-code-list.ts';
import { generalCitations } from './general-citations.ts';

/** The fixed list of codes that scores best on the labels of the practice split, given unread to every case. */
export function learnConstant(practice: readonly Label[], taxonomy: Pick<Taxonomy, 'defects'>): Model {
  const types = new Map(taxonomy.defects.map((type) => [type.code, type]));
  const codes = findBestCodeList(practice);
  const findings = codes.map((code, index): Finding => {
    const type = types.get(code);
    return {
      findingId: `f${index + 1}`,
      text: type?.nameDa ?? code,
      code,
      citations: type === undefined ? [] : generalCitations(type),
      evidence: [],
    };
  });
  return {
    id: 'constant',
    version: baselineVersions.constant,
    async screen() {
      return { outcome: findings.length > 0 ? 'deficient' : 'complete', findings: structuredClone(findings) };
    },
  };
}
