import { type AnswerPart, findAnswerIssues } from './answer-issues.ts';
import { type Check, pass, type Verdict, type Wording } from './check.ts';
import { answerOf } from './exchange.ts';
import type { World } from './world.ts';

const inJson = ['json'] as const;
const inFindings = ['json', 'findings-list'] as const;

/** Judges one part of every answer to the questions that are right. */
function inEveryAnswer(part: AnswerPart) {
  return async (world: World): Promise<Verdict> => {
    for (const exchange of world.asked()) {
      const answer = answerOf(exchange);
      const issue = answer === undefined ? undefined : findAnswerIssues(answer).get(part);
      if (issue !== undefined) return { verdict: 'fail', ...issue };
    }
    return pass;
  };
}

function contractCheck(
  id: string,
  part: AnswerPart,
  needs: readonly string[],
  asks: Wording,
  mend: Wording,
): Check {
  return { id, level: 'required', needs, asks, mend, run: inEveryAnswer(part) };
}

/** Whether each field of the answers is of the contract's form. Looks at every answer that was given. */
export const contractChecks: Check[] = [
  contractCheck(
    'findings-list',
    'findings',
    inJson,
    { da: 'findings er en liste af højst 500 objekter', en: 'findings is a list of at most 500 objects' },
    { da: 'Send en liste; tom, hvor intet er fundet.', en: 'Send a list; empty where nothing was found.' },
  ),
  contractCheck(
    'finding-ids',
    'findingId',
    inFindings,
    { da: 'findingId er et id, én gang i hvert svar', en: 'findingId is an id, once in each answer' },
    {
      da: 'Nummerér fundene i hvert svar: f1, f2 … (bogstaver, tal og . _ : -).',
      en: 'Number the findings of each answer: f1, f2 … (letters, digits and . _ : -).',
    },
  ),
  contractCheck(
    'status-value',
    'status',
    inJson,
    { da: 'status er answered eller abstained', en: 'status is answered or abstained' },
    { da: 'Brug en af de to, eller udelad status.', en: 'Use one of the two, or leave status out.' },
  ),
  contractCheck(
    'outcome-value',
    'outcome',
    inJson,
    {
      da: 'outcome er complete, deficient eller noPermitNeeded',
      en: 'outcome is complete, deficient or noPermitNeeded',
    },
    { da: 'Brug et af de tre, eller udelad outcome.', en: 'Use one of the three, or leave outcome out.' },
  ),
  contractCheck(
    'citation-form',
    'citations',
    inFindings,
    { da: 'Hjemler er tekst eller objekter i en liste', en: 'Citations are text or objects in a list' },
    {
      da: 'Skriv "BR18 § 177, nr. 2" eller {"law":"br18","paragraph":"177","nr":2}, altid i en liste.',
      en: 'Write "BR18 § 177, nr. 2" or {"law":"br18","paragraph":"177","nr":2}, always in a list.',
    },
  ),
  contractCheck(
    'evidence-form',
    'evidence',
    inFindings,
    { da: 'Hvert sted nævner documentId eller field', en: 'Each place names documentId or field' },
    {
      da: 'Skriv {"documentId":"dok-1","page":1} eller {"field":"afstand_nabo_m"}; sider tæller fra 1.',
      en: 'Write {"documentId":"dok-1","page":1} or {"field":"afstand_nabo_m"}; pages count from 1.',
    },
  ),
  contractCheck(
    'confidence',
    'confidence',
    inFindings,
    { da: 'confidence ligger i [0, 1]', en: 'confidence lies in [0, 1]' },
    {
      da: 'Del procent med 100, eller udelad confidence.',
      en: 'Divide per cent by 100, or leave confidence out.',
    },
  ),
  contractCheck(
    'answer-shape',
    'shape',
    inFindings,
    { da: 'Alle andre felter følger kontrakten', en: 'All other fields follow the contract' },
    {
      da: 'Ret feltet efter openapi.json; hvert fund har findingId og text.',
      en: 'Correct the field by openapi.json; each finding has findingId and text.',
    },
  ),
];
