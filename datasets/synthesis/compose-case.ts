import type { Case, CaseDocument } from '../case.ts';
import { blurScans } from './blur-scans.ts';
import { deriveFacts } from './derive-facts.ts';
import { bindDocuments } from './documents/bind-documents.ts';
import type { Made } from './documents/made.ts';
import { writeDocument } from './documents/write-document.ts';
import type { Drawing } from './drawings/drawing.ts';
import { fieldsOf } from './form-fields.ts';
import type { Draft, Topic } from './project.ts';

/** Where a topic is spoken of: by the kind of document that was planned, whatever it was bound into. */
export interface Mention {
  topic: Topic;
  type: string;
  documentId: string;
  page: number;
}

export interface ComposedDrawing {
  documentId: string;
  page: number;
  drawing: Drawing;
}

export interface Composed {
  case: Case;
  mentions: Mention[];
  drawings: ComposedDrawing[];
}

export interface ComposeInput {
  draft: Draft;
  caseId: string;
  /** Decides the wording: the same for a case and its twin. */
  textSeed: string;
  /** Expected reading errors per 100 signs on drawings; 0: none. */
  noisePercent: number;
  /** Drawings bound into one document. */
  bundle: boolean;
}

/** Writes the documents of an application, and notes what each page is about. */
export function composeCase(input: ComposeInput): Composed {
  const { draft, caseId } = input;
  const facts = deriveFacts(draft);
  const made = draft.docs.flatMap((doc, at) => writeDocument(input, facts, doc, at));
  const form = draft.docs.find(({ type }) => type === 'ansoegning')!;
  const bound = bindDocuments(made, input.textSeed, input.bundle);
  const mentions: Mention[] = [];
  const drawings: ComposedDrawing[] = [];
  const documents = bound.map((parts, at): CaseDocument => {
    const documentId = `dok-${at + 1}`;
    let page = 0;
    const pages = parts.flatMap((part) =>
      part.pages.map((lines, index) => {
        page += 1;
        for (const topic of new Set(lines.flatMap((line) => [line.topic, ...(line.also ?? [])])))
          mentions.push({ topic, type: part.planned, documentId, page });
        const drawing = part.drawings[index];
        if (drawing !== undefined) drawings.push({ documentId, page, drawing });
        return {
          page,
          text: lines
            .map(({ text }) => text)
            .join('\n')
            .trim(),
          ...(drawing === undefined ? {} : { ocr: true }),
        };
      }),
    );
    const [first] = parts as [Made];
    return {
      documentId,
      type: parts.length > 1 ? 'tegningssaet' : first.type,
      title: parts.length > 1 ? 'Tegninger' : first.title,
      date: first.date,
      ...(first.revision === undefined ? {} : { revision: first.revision }),
      ...(first.scale === undefined ? {} : { scale: first.scale }),
      pages,
    };
  });
  const composed: Case = {
    schema: 'maalestok.case.v1',
    caseId,
    task: 'application',
    caseType: draft.caseType,
    municipality: draft.municipality,
    cluster: draft.cluster,
    applicationDate: draft.date,
    zone: draft.zone,
    fields: fieldsOf({ ...facts, ...form.say }, draft, form),
    documents,
    files: [],
    localRules: draft.localRules,
  };
  return { case: input.noisePercent === 0 ? composed : blurScans(composed, input), mentions, drawings };
}
