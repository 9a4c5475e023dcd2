import type { Card, SplitName } from '../../card.ts';
import type { DocumentCheck } from './build-document-checks.ts';

/** The card of the data set of single documents. Counts and hashes are not yet right. */
export function composeDocumentChecksCard(
  checks: readonly Pick<DocumentCheck, 'split' | 'case'>[],
  seed: string,
): Card {
  const types = new Set(checks.map((check) => check.case.documents[0]!.type)).size;
  const split = (name: SplitName) => ({
    cases: `${name}.cases.jsonl`,
    labels: `${name}.labels.jsonl`,
    count: 1,
    casesSha256: '0'.repeat(64),
    labelsSha256: '0'.repeat(64),
  });
  return {
    schema: 'maalestok.card.v1',
    id: 'byggesag-da-bilag',
    version: '2.0.0',
    labelVersion: '1',
    titleDa: 'Konstruerede bilag, ét ad gangen',
    titleEn: 'Composed single documents',
    synthetic: true,
    noticeDa: `Hver sag er ét bilag, som en ansøger lægger op, før ansøgningen sendes: Er det det bilag, som ansøgeren siger, og er det fuldstændigt? ${checks.length} bilag af ${types} typer er lavet af et program med tegninger, der er tegnet efter opdigtede grunde og huse; intet er fra en virkelig sag. Hvor rapporten siger sag eller ansøgning, er det her et bilag. Ingen sagsbehandler har gennemgået facit. Testdelen er offentlig: den viser, hvordan der måles, og rangordner ingen.`,
    noticeEn: `Each case is one document that an applicant uploads before the application is sent: is it the document that the applicant says it is, and is it complete? ${checks.length} documents of ${types} types were made by a program, with drawings of invented plots and houses; nothing is from a real case. Where the report says case or application, read document. No caseworker has reviewed the labels. The test split is public: it demonstrates how things are measured and ranks nobody.`,
    origin: `Made by \`maalestok document-checks\` with the seed "${seed}". Each label is confirmed by a check that reads only the documents and what the applicant states. Rules as in force 1 July to 31 December 2024.`,
    licence: 'EUPL-1.2',
    splits: { practice: split('practice'), validation: split('validation'), test: split('test') },
  };
}
