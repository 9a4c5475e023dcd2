import { createHash } from 'node:crypto';
import type { Case, CaseDocument } from '../case.ts';
import type { Drawing } from './drawings/drawing.ts';
import type { MadeCase } from './make-family.ts';

/** Of a document's sheets one file. */
export type RenderFile = (first: Drawing, further: readonly Drawing[]) => Promise<Uint8Array>;

export interface CaseFile {
  sha256: string;
  bytes: Uint8Array;
}

/** A case whose drawings name their files, and the files: one PDF a document, with a page for each page of its text. */
export async function attachDrawings(
  { case: made, drawings }: Pick<MadeCase, 'case' | 'drawings'>,
  render: RenderFile,
): Promise<{ case: Case; files: CaseFile[] }> {
  const files: CaseFile[] = [];
  const named: Case['files'] = [];
  const documents: CaseDocument[] = [];
  for (const document of made.documents) {
    const [first, ...further] = drawings
      .filter(({ documentId }) => documentId === document.documentId)
      .map(({ drawing }) => drawing);
    if (first === undefined) {
      documents.push(document);
      continue;
    }
    const bytes = await render(first, further);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    // Names count drawings: what they show is for the reader to see.
    const number = named.length + 1;
    const fileId = `fil-${number}`;
    files.push({ sha256, bytes });
    named.push({
      fileId,
      name: `tegning-${number}.pdf`,
      mediaType: 'application/pdf',
      sha256,
      bytes: bytes.length,
    });
    documents.push(withFile(document, fileId));
  }
  return { case: { ...made, documents, files: named }, files };
}

/** Fields in the order of the schema, so that a case reads alike with and without files. */
function withFile({ pages, ...rest }: CaseDocument, fileId: string): CaseDocument {
  return { ...rest, fileId, pages };
}
