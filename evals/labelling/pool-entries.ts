import canonicalize from 'canonicalize';
import type { Case } from '../../datasets/case.ts';
import type { JudgedFinding } from '../../datasets/judged.ts';
import type { Evidence, Label } from '../../datasets/label.ts';
import { describePlace, hasPlace, placesOf, samePlace } from '../../datasets/labelling/case-places.ts';
import { renderCitationCell } from '../../datasets/labelling/citation-cell.ts';
import type { DecisionEntry } from '../../datasets/labelling/decision-workbook.ts';
import { describeCode } from '../../datasets/labelling/defect-cells.ts';
import type { SheetContext } from '../../datasets/labelling/sheet-context.ts';
import { defectTypeOf } from '../../datasets/taxonomy/taxonomy.ts';
import type { PreparedFinding } from '../matching/prepare.ts';
import type { Finding } from '../screening/screening.ts';
import { toJudgedFinding } from './known-findings.ts';

/** The rows to judge of one case, one a group of findings that say the same. Nothing in them says which model, or how many. */
export function poolEntries(
  groups: readonly (readonly PreparedFinding[])[],
  caseShown: Case,
  gold: Label,
  context: SheetContext,
): DecisionEntry[] {
  const places = placesOf(caseShown, context);
  const known = gold.defects.map((defect) => {
    const note = defect.note === undefined ? '' : ` (${defect.note})`;
    return `${defect.defectId}: ${describeCode(defect.code, context)}${note}`;
  });
  return groups.map((group): DecisionEntry => {
    const { finding } = group[0]!;
    const named = evidenceOf(finding, caseShown, context).map((place) =>
      describePlace(place, places, context),
    );
    const knownCode =
      finding.code !== undefined && defectTypeOf(context.taxonomy, finding.code) !== undefined;
    return {
      caseShown,
      findings: distinct(group),
      cells: {
        finding: sayFinding(finding, knownCode),
        known: known.join('\n'),
        code: knownCode ? describeCode(finding.code!, context) : '',
        citations: finding.citations.length === 0 ? '' : renderCitationCell([finding.citations], context),
        place1: named[0] ?? '',
        place2: named[1] ?? '',
        place3: named[2] ?? '',
        places: named.slice(3).join('; '),
      },
    };
  });
}

/** What is kept of a group, the one that is shown first. As many as a judgement holds. */
function distinct(group: readonly PreparedFinding[]): JudgedFinding[] {
  const byKey = new Map(group.map((each) => [canonicalize(toJudgedFinding(each)), toJudgedFinding(each)]));
  return [...byKey.values()].slice(0, 20);
}

/** The places that the case has, each once; a page that it does not have is dropped. */
function evidenceOf(finding: Finding, caseShown: Case, { taxonomy }: SheetContext): Evidence[] {
  const places: Evidence[] = [];
  for (const evidence of finding.evidence) {
    const { quote: _, ...place } = evidence;
    const kept = hasPlace(caseShown, taxonomy, place)
      ? place
      : 'documentId' in place && hasPlace(caseShown, taxonomy, { documentId: place.documentId })
        ? { documentId: place.documentId }
        : null;
    if (kept !== null && !places.some((other) => samePlace(other, kept))) places.push(kept);
  }
  return places;
}

function sayFinding({ text, code, evidence }: Finding, knownCode: boolean): string {
  const quotes = evidence.flatMap(({ quote }) => (quote === undefined || quote === '' ? [] : [`"${quote}"`]));
  const unknown = code === undefined || knownCode ? [] : [`(${code})`];
  return [text, ...unknown, ...quotes].join('\n');
}
