import canonicalize from 'canonicalize';
import type { SplitName } from '../../datasets/card.ts';
import type { Judged, JudgedFinding } from '../../datasets/judged.ts';
import type { Dataset } from '../open-dataset.ts';

/** What was said of a pooled finding. One that was accepted is a defect now, and not remembered here. */
export interface Judgement extends Pick<Judged, 'caseId' | 'duplicateOf' | 'findings' | 'why' | 'runs'> {
  decision: Judged['decision'] | 'accepted';
}

/** Who judged, when, on which version. */
export type JudgedHead = Pick<Judged, 'by' | 'date' | 'version'>;

/** The judged findings of a split after new judgements. One that is judged anew takes the place of the old one. */
export async function renewJudged(
  dataset: Dataset,
  split: SplitName,
  judgements: readonly Judgement[],
  { by, date, version }: JudgedHead,
): Promise<string> {
  const old = await dataset.judged(split, new Set(await dataset.caseIds(split)));
  const renewed = new Set(
    judgements.flatMap(({ caseId, findings }) => findings.map((finding) => keyOf(caseId, finding))),
  );
  const kept = old.filter(({ caseId, findings }) => !renewed.has(keyOf(caseId, findings[0]!)));
  const added = judgements.flatMap(({ caseId, decision, duplicateOf, findings, why, runs }): Judged[] =>
    decision === 'accepted'
      ? []
      : [
          {
            schema: 'maalestok.judged.v1',
            caseId,
            decision,
            ...(duplicateOf === undefined ? {} : { duplicateOf }),
            findings,
            by,
            date,
            why,
            version,
            ...(runs === undefined ? {} : { runs }),
          },
        ],
  );
  return [...kept, ...added].map((each) => `${JSON.stringify(each)}\n`).join('');
}

function keyOf(caseId: string, finding: JudgedFinding): string {
  return `${caseId} ${canonicalize(finding)}`;
}
