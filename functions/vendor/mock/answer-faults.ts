import type { Fault, Json } from './fault.ts';

/** Faults in what is answered: the JSON is whole, what it says is not. */
export const answerFaults = {
  'wrong-case': {
    da: 'svarer på en anden sag',
    en: 'answers another case',
    answer: (answer) => ({ ...answer, caseId: 'another-case' }),
  },
  'wrong-shape': {
    da: 'findings er et objekt i stedet for en liste',
    en: 'findings is an object instead of a list',
    answer: (answer) => ({ ...answer, findings: { items: answer.findings } }),
  },
  'duplicate-ids': {
    da: 'samme findingId to gange',
    en: 'the same findingId twice',
    answer: (answer) => ({ ...answer, findings: [...listOf(answer), ...listOf(answer).slice(0, 1)] }),
  },
  'missing-text': {
    da: 'et fund uden text',
    en: 'a finding without text',
    answer: changeFirst(({ text: _, ...finding }) => finding),
  },
  'unknown-code': {
    da: 'en kode, som taksonomien ikke har',
    en: 'a code that the taxonomy does not have',
    answer: changeFirst((finding) => ({ ...finding, code: 'made_up_code' })),
  },
  'bad-citation-type': {
    da: 'en hjemmel som tal i stedet for tekst',
    en: 'a citation as a number instead of text',
    answer: changeFirst((finding) => ({ ...finding, citations: [177] })),
  },
  'unreadable-citation': {
    da: 'en hjemmel, der ikke kan læses',
    en: 'a citation that cannot be read',
    answer: changeFirst((finding) => ({ ...finding, citations: ['som reglerne siger'] })),
  },
  'bad-evidence': {
    da: 'et sted uden documentId og field',
    en: 'evidence without documentId and field',
    answer: changeFirst((finding) => ({ ...finding, evidence: [{ page: 1 }] })),
  },
  'missing-document': {
    da: 'et sted i et dokument, som sagen ikke har',
    en: 'evidence in a document that the case does not have',
    answer: changeFirst((finding) => ({ ...finding, evidence: [{ documentId: 'dok-999', page: 1 }] })),
  },
  'confidence-percent': {
    da: 'confidence i procent',
    en: 'confidence in per cent',
    answer: changeFirst((finding) => ({ ...finding, confidence: 90 })),
  },
  'bad-status': {
    da: 'en status, der ikke findes',
    en: 'a status that does not exist',
    answer: (answer) => ({ ...answer, status: 'ok' }),
  },
  'bad-outcome': {
    da: 'et udfald, der ikke findes',
    en: 'an outcome that does not exist',
    answer: (answer) => ({ ...answer, outcome: 'approved' }),
  },
  'no-version': {
    da: 'fortæller ikke modellens id og version',
    en: 'does not tell id and version of the model',
    answer: ({ model: _, ...answer }) => answer,
  },
  'changing-version': {
    da: 'ny version i hvert svar',
    en: 'another version in every answer',
    answer: (answer, { call }) => ({ ...answer, model: { ...(answer.model as Json), version: `1.${call}` } }),
  },
  'ascii-only': {
    da: 'taber danske bogstaver: prøve bliver prve',
    en: 'loses Danish letters: prøve becomes prve',
    answer: (answer) => JSON.parse(JSON.stringify(answer).replaceAll(/[^\0-~]/gu, '')),
  },
  mojibake: {
    da: 'læser UTF-8 som Latin-1: ø bliver Ã¸',
    en: 'reads UTF-8 as Latin-1: ø becomes Ã¸',
    answer: (answer) =>
      JSON.parse(
        JSON.stringify(answer).replaceAll(/"text":"[^"]*"/gu, (text) =>
          Buffer.from(text, 'utf8')
            .toString('latin1')
            .replaceAll(/[\u0080-\u009f]/gu, '?'),
        ),
      ),
  },
} as const satisfies Record<string, Fault>;

function listOf(answer: Json): Json[] {
  return answer.findings as Json[];
}

function changeFirst(change: (finding: Json) => Json): (answer: Json) => Json {
  return (answer) => {
    const [first, ...others] = listOf(answer);
    return first === undefined ? answer : { ...answer, findings: [change(first), ...others] };
  };
}
