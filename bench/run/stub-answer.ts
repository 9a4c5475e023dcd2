/** A realistic finding; texts are stretched to the size asked for. */
const finding = {
  code: 'mangler_situationsplan',
  citations: ['BR18 § 10, stk. 1, nr. 4'],
  evidence: [{ documentId: 'a', page: 1, quote: 'Skuret placeres 2,1 m fra skel mod nord.' }],
  confidence: 0.82,
  needsJudgement: false,
};
/** ASCII: a character is a byte. */
const words = 'Situationsplanen mangler afstande til skel, og bygningens placering kan ikke kontrolleres. ';
const bytesAFinding = 700;

/**
 * Writes answers of the vendor contract that are all of one size in bytes, made once for each length of case id.
 * @param answerBytes at least what an answer with an empty text needs; smaller is taken as that
 */
export function createStubAnswers(answerBytes: number): (caseId: string) => Buffer {
  const bodies = new Map<number, { before: Buffer; after: Buffer }>();
  return (caseId) => {
    const id = Buffer.from(caseId);
    let body = bodies.get(id.length);
    if (body === undefined) {
      body = { before: Buffer.from('{"caseId":"'), after: writeRest(answerBytes - id.length) };
      bodies.set(id.length, body);
    }
    return Buffer.concat([body.before, id, body.after]);
  };
}

/** What follows the case id, so that the whole has `bytes` and the id's. */
function writeRest(bytes: number): Buffer {
  const findings = Math.max(1, Math.floor(bytes / bytesAFinding));
  const write = (texts: readonly string[]) => {
    const answer = {
      status: 'answered',
      outcome: 'deficient',
      findings: texts.map((text, at) => ({ ...finding, findingId: `f${at + 1}`, text })),
      usage: { inputTokens: 2400, outputTokens: Math.ceil(bytes / 3) },
    };
    return Buffer.from(`",${JSON.stringify(answer).slice(1)}`);
  };
  const empty = Array.from({ length: findings }, () => '');
  const missing = Math.max(0, bytes - '{"caseId":"'.length - write(empty).length);
  const each = Math.floor(missing / findings);
  return write(empty.map((_, at) => wordsOf(at === 0 ? missing - each * (findings - 1) : each)));
}

/** Words of so many bytes. */
function wordsOf(bytes: number): string {
  return words.repeat(Math.ceil(bytes / words.length)).slice(0, bytes);
}
