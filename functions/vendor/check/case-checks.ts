import { type Check, fail, pass, quote, type Verdict, type Wording } from './check.ts';
import { answerOf, type Exchange, type Json } from './exchange.ts';
import type { QuestionName } from './questions.ts';
import type { World } from './world.ts';

/** Whether an exchange ended in an answer to its own case. */
export function judgeAnswered(exchange: Exchange, field: string): Verdict {
  const { last, failure, question } = exchange;
  if (failure !== undefined || last === null) {
    return fail(field, `intet svar (${failure?.kind})`, `no answer (${failure?.kind})`);
  }
  if (last.status !== 200) return fail(field, `status ${last.status}`);
  const answer = answerOf(exchange);
  if (answer === undefined) return fail(field, 'intet JSON-objekt', 'no JSON object');
  if (answer.caseId === question?.case.caseId) return pass;
  return fail('caseId', quote(String(answer.caseId)));
}

function caseCheck(id: string, name: QuestionName, field: string, asks: Wording, mend: Wording): Check {
  const run = async (world: World) => judgeAnswered(await world.ask(name), field);
  return { id, level: 'required', needs: ['json', 'case-id'], asks, mend, run };
}

/** UTF-8 that was read as Latin-1, or a sign that stands for one that was lost. */
const damaged = /Ã[¦¸¥†˜\u0080-\u00bf?]|\uFFFD/u;

/** A document id that has lost its Danish letters, or had them written out in others. */
function findDamagedPlace({ evidence }: Json, documents: readonly string[]): string | undefined {
  const lost = new Set(documents.flatMap((id) => [id.replaceAll(/[^\0-~]/gu, ''), toAscii(id)]));
  const ids = (Array.isArray(evidence) ? evidence : []).map((place) => String(Object(place).documentId));
  return ids.find((id) => damaged.test(id) || lost.has(id));
}

function toAscii(text: string): string {
  return text.replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa');
}

/** Whether cases that are out of the ordinary are answered. */
export const caseChecks: Check[] = [
  {
    id: 'case-id',
    level: 'required',
    needs: ['json'],
    asks: { da: 'Svaret bærer sagens caseId', en: "The answer carries the case's caseId" },
    mend: { da: 'Send caseId tilbage uændret.', en: 'Send caseId back unchanged.' },
    run: async (world) => judgeAnswered(await world.ask('plain'), 'caseId'),
  },
  {
    id: 'danish-letters',
    level: 'required',
    needs: ['json', 'case-id'],
    asks: { da: 'Æ, ø og å bevares i id og tekst', en: 'Æ, ø and å are kept in ids and text' },
    mend: {
      da: 'Læs og skriv UTF-8 hele vejen; gør ikke id og tekst om til ASCII.',
      en: 'Read and write UTF-8 all the way; do not turn ids and text into ASCII.',
    },
    async run(world) {
      const exchange = await world.ask('danish');
      const answered = judgeAnswered(exchange, 'caseId');
      if (answered.verdict !== 'pass') return answered;
      const documents = exchange.question?.case.documents.map(({ documentId }) => documentId) ?? [];
      const findings = answerOf(exchange)?.findings;
      for (const [index, finding] of (Array.isArray(findings) ? findings : []).entries()) {
        const { text } = Object(finding);
        if (damaged.test(String(text))) return fail(`findings[${index}].text`, quote(String(text)));
        const place = findDamagedPlace(Object(finding), documents);
        if (place !== undefined) return fail(`findings[${index}].evidence`, quote(place));
      }
      return pass;
    },
  },
  caseCheck(
    'long-case',
    'long',
    'case.documents',
    { da: 'En sag med 30 sider tekst', en: 'A case with 30 pages of text' },
    {
      da: 'Hæv grænsen for forespørgslens størrelse til mindst 32 MB.',
      en: 'Raise the limit of a request to at least 32 MB.',
    },
  ),
  caseCheck(
    'no-documents',
    'noDocuments',
    'case.documents',
    { da: 'En sag uden dokumenter', en: 'A case without documents' },
    { da: 'Tag imod en tom liste.', en: 'Accept an empty list.' },
  ),
  caseCheck(
    'empty-fields',
    'emptyFields',
    'case.fields',
    { da: 'En sag uden felter', en: 'A case without fields' },
    {
      da: 'Tag imod et tomt objekt; ingen enkelt felt er sikker på at være der.',
      en: 'Accept an empty object; no single field is sure to be there.',
    },
  ),
  caseCheck(
    'local-rules',
    'localRules',
    'case.localRules',
    { da: 'En sag med lokalplan', en: 'A case with a local plan' },
    { da: 'Tag imod localRules.', en: 'Accept localRules.' },
  ),
  caseCheck(
    'file-inline',
    'file',
    'files',
    { da: 'En sag med en fil i forespørgslen', en: 'A case with a file in the request' },
    {
      da: 'Tag imod files med content i base64, også hvis filen ikke læses.',
      en: 'Accept files with content in base64, even if the file is not read.',
    },
  ),
  caseCheck(
    'hostile-text',
    'hostile',
    'case',
    {
      da: 'Sagstekst med HTML, citationstegn, emoji og "null"',
      en: 'Case text with HTML, quotes, emoji and "null"',
    },
    {
      da: 'Behandl sagens tekst som data, ikke som kode.',
      en: "Treat the case's text as data, not as code.",
    },
  ),
  caseCheck(
    'unknown-field',
    'unknownField',
    'futureField',
    { da: 'Et felt, som kontrakten ikke har endnu', en: 'A field that the contract does not have yet' },
    { da: 'Se bort fra felter, som ikke kendes.', en: 'Ignore fields that are not known.' },
  ),
];
