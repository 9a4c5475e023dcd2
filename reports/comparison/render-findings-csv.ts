import type { FindingScore } from '../../evals/scores/case-score.ts';
import type { CaseAnswer, CaseMaterial } from '../case-view/case-material.ts';
import { pairFindings, type ScoredFinding, shownScore } from '../case-view/pair-findings.ts';
import { type Municipalities, maskMunicipality } from '../municipalities.ts';
import { cutText } from '../render/cut-text.ts';
import { byteOrderMark, type CsvValue, renderCsv } from '../render/render-csv.ts';

/** The columns of a table of findings. */
export const findingsHead = [
  'case',
  'case_type',
  'municipality',
  'model',
  'model_version',
  'status',
  'verdict',
  'duplicate',
  'finding',
  'finding_code',
  'defect',
  'defect_code',
  'severity',
  'role',
  'citations',
  'citation_validity',
  'citation_accepted',
  'confidence',
  'needs_judgement',
  'text',
];

/** An Excel cell holds 32,767 characters; a table of findings is read, so far fewer. */
const textShown = 1000;

/**
 * A row for every finding (`truePositive`, `falsePositive`, `neutral`) and for every defect that was not
 * found (`missed`), and one for an answer without either (`nothing`), so that every answer is there. For a
 * Danish Excel (see `renderCsv`); all vendor text is defused and cut to 1,000 characters. A municipality that is held back is an empty cell.
 */
export async function* renderFindingsCsv(
  cases: AsyncIterable<CaseMaterial>,
  municipalities: Municipalities,
): AsyncGenerator<string> {
  yield byteOrderMark + renderCsv([findingsHead]);
  for await (const material of cases) {
    const rows = findingsRows(material, municipalities);
    if (rows.length > 0) yield renderCsv(rows);
  }
}

/** The rows of one case; in the columns of `findingsHead`. */
export function findingsRows(whole: CaseMaterial, municipalities: Municipalities): CsvValue[][] {
  const material = maskMunicipality(municipalities, whole, '');
  return material.answers.flatMap((answer) => rowsOf(material, answer));
}

function rowsOf(material: CaseMaterial, answer: CaseAnswer): CsvValue[][] {
  const { case: shown } = material;
  const { screening } = answer;
  const start = [
    shown.caseId,
    shown.caseType,
    shown.municipality,
    answer.modelId,
    screening.model.version,
    screening.status,
  ];
  const rows = [
    ...pairFindings(answer).map((paired) => findingRow(material, paired)),
    ...(shownScore(answer)?.defects ?? [])
      .filter(({ findingId }) => findingId === undefined)
      .map((defect) => [
        'missed',
        null,
        null,
        null,
        defect.defectId,
        defect.code,
        defect.severity,
        defect.role,
        ...blank(6),
      ]),
  ];
  return (rows.length > 0 ? rows : [['nothing', ...blank(13)]]).map((row) => [...start, ...row]);
}

function findingRow({ label }: CaseMaterial, { finding, score }: ScoredFinding): CsvValue[] {
  const defect = label.defects.find(({ defectId }) => defectId === score?.defectId);
  return [
    score?.verdict ?? 'unscored',
    score === undefined ? null : String(score.duplicate),
    finding.findingId,
    finding.code ?? null,
    defect?.defectId ?? null,
    defect?.code ?? null,
    defect?.severity ?? null,
    defect?.role ?? null,
    ...citationCells(score?.citations ?? []),
    finding.confidence ?? null,
    finding.needsJudgement === undefined ? null : String(finding.needsJudgement),
    cutText(finding.text, textShown).text,
  ];
}

function citationCells(citations: FindingScore['citations']): string[] {
  return [
    citations.map(({ display, written }) => display || written).join(' | '),
    citations.map(({ validity }) => validity).join(' | '),
    citations.map(({ accepted }) => accepted ?? 'none').join(' | '),
  ];
}

function blank(cells: number): null[] {
  return new Array(cells).fill(null);
}
