import { cleanText } from '../../datasets/clean-text.ts';
import { shortenText } from '../render/cut-text.ts';
import { casePageName } from '../render/report-files.ts';
import type { ReportContext } from '../report-context.ts';
import type { CaseAnswer, CaseMaterial } from './case-material.ts';
import { shownScore } from './pair-findings.ts';

/** Characters of a name in the list. */
const nameShown = 200;

/** What the list of cases knows of a model's answer. Codes are places in `CaseTerms.codes`; -1 is none or an unknown one. */
export interface AnswerRow {
  /** The screening's status; null where it is answered. */
  s: string | null;
  /** Places of the missed defects in the case's `d`. */
  m: number[];
  /** Codes of the false findings, each once, sorted. */
  f: number[];
  /** How many false findings. */
  n: number;
}

/** One line of the list. Names are short: ten thousand of them are loaded by a browser. */
export interface CaseRow {
  id: string;
  /** The page's name; absent where it follows from the id. */
  p?: string;
  /** Places of case type and municipality in `CaseTerms`. */
  t: number;
  k: number;
  /** The label's outcome. */
  o: string;
  /** Codes of the required defects, in the label's order. */
  d: number[];
  /** 1 where the label asks for a person's judgement. */
  j?: 1;
  /** In the order of the result's models. */
  a: AnswerRow[];
}

/** Names that rows refer to by place; they grow while rows are made. */
export interface CaseTerms {
  codes: string[];
  caseTypes: string[];
  municipalities: string[];
}

/** A case as a line of the list; adds its names to the terms. */
export function toCaseRow(material: CaseMaterial, terms: CaseTerms): CaseRow {
  const { case: shown, label, answers } = material;
  const required = label.defects.filter(({ role }) => role === 'required');
  const name = casePageName(shown.caseId);
  return {
    id: shown.caseId,
    ...(name === `sag-${shown.caseId}` ? {} : { p: name }),
    t: placeOf(terms.caseTypes, shown.caseType),
    k: placeOf(terms.municipalities, shown.municipality),
    o: label.outcome,
    d: required.map(({ code }) => placeOf(terms.codes, code)),
    ...(label.defects.some(({ discretionary }) => discretionary) ? { j: 1 as const } : {}),
    a: answers.map((answer) => toAnswerRow(answer, required, terms)),
  };
}

function toAnswerRow(
  answer: CaseAnswer,
  required: readonly { defectId: string }[],
  terms: CaseTerms,
): AnswerRow {
  const score = shownScore(answer);
  const { status } = answer.screening;
  const missed = new Set(
    (score?.defects ?? []).flatMap(({ role, findingId, defectId }) =>
      role === 'required' && findingId === undefined ? [defectId] : [],
    ),
  );
  const wrong = (score?.findings ?? []).filter(({ verdict }) => verdict === 'falsePositive');
  const codes = wrong.map(({ code, group }) =>
    code === null || group === null ? -1 : placeOf(terms.codes, code),
  );
  return {
    s: status === 'answered' ? null : status,
    m: required.flatMap(({ defectId }, at) => (missed.has(defectId) ? [at] : [])),
    f: [...new Set(codes)].sort((a, b) => a - b),
    n: wrong.length,
  };
}

/** Names are cleaned and cut here: what the script compares is then what the filters hold. */
function placeOf(names: string[], whole: string): number {
  const name = cleanText(shortenText(whole, nameShown));
  const at = names.indexOf(name);
  return at === -1 ? names.push(name) - 1 : at;
}

/** The models that `all models` in the filters means: all but the baselines; those too where there are no others. */
export function subjectPlaces({ result }: Pick<ReportContext, 'result'>): number[] {
  const all = result.models.map((_, at) => at);
  const subjects = all.filter((at) => result.models[at]!.model.kind !== 'baseline');
  return subjects.length > 0 ? subjects : all;
}
