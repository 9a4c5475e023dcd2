import type { Case } from '../../../../datasets/case.ts';
import { foldText } from './fold-text.ts';

/** One page of a document, read for the checks; text is folded. */
export interface PageText {
  documentId: string;
  page: number;
  documentType: string;
  title: string;
  scale: string | undefined;
  /** As it stands. */
  raw: string;
  text: string;
  lines: string[];
  /** Sentences of prose, lines of drawings and forms. */
  segments: string[];
}

const drawingTypes = new Set([
  'tegningssaet',
  'situationsplan',
  'koteplan',
  'plantegning_eks',
  'plantegning_ny',
  'snit',
  'facade',
]);

export function isDrawingType(type: string): boolean {
  return drawingTypes.has(type);
}

/** All pages in the order of the case; a document without pages has none. */
export function readPages(documents: Case['documents']): PageText[] {
  return documents.flatMap((document) =>
    document.pages.map((page): PageText => {
      const raw = page.text.replaceAll(/\r\n?/g, '\n').replaceAll(/(?<=\p{Ll})-\n(?=\p{Ll})/gu, '');
      const flowing = isDrawingType(document.type)
        ? raw
        : raw.replaceAll(/(?<![.:;!?\n])\n(?=[\p{Ll}\d(])/gu, ' ');
      const sentences = flowing.split(/\n+|;\s+|(?<=[\p{L}\p{N})²%])\.\s+(?=\p{Lu})/u);
      return {
        documentId: document.documentId,
        page: page.page,
        documentType: document.type,
        title: foldText(document.title),
        scale: document.scale,
        raw,
        text: foldText(raw),
        lines: raw
          .split('\n')
          .map(foldText)
          .filter((line) => line.trim() !== ''),
        segments: sentences
          .map((sentence) => foldText(sentence).trim())
          .filter((sentence) => sentence !== ''),
      };
    }),
  );
}
