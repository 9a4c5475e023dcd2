import type { ContentBlock } from '@aws-sdk/client-bedrock-runtime';
import type { Case } from '../../../datasets/case.ts';
import { ModelCallError } from '../../../datasets/errors.ts';
import type { BlobStore } from '../../../evals/ports.ts';
import type { Attachment } from '../../../evals/prompts/render-case.ts';
import type { FailedKind } from '../../../evals/screening/error-kinds.ts';
import { readCaseFile } from '../read-case-file.ts';
import { converseLimits, megabytes } from './converse-limits.ts';
import { packPdfs } from './pack-pdfs.ts';
import type { PackedPdf } from './packed-pdf.ts';
import { readImage } from './read-image.ts';

export interface AttachedFiles {
  blocks: ContentBlock[];
  /** Where the model finds each file. */
  attachments: Attachment[];
}

type CaseFile = Case['files'][number];

/**
 * A case's files as blocks of a Converse request: PDFs as documents, pictures as images, by neutral names (a document's
 * name is read by the model; its title stands in the case's text).
 * @throws {ModelCallError} where a file cannot be sent whole: nothing is left out silently
 * @throws {InputError} where a file is missing from the data set or is damaged
 */
export async function attachFiles(files: readonly CaseFile[], store: BlobStore): Promise<AttachedFiles> {
  const unknown = files.find((file) => !isPdf(file) && !isImage(file));
  if (unknown !== undefined)
    throw refuse(
      'unsupported-file',
      unknown,
      'of a type that Converse takes neither as document nor as image',
    );
  const pdfs = await Promise.all(
    files
      .filter(isPdf)
      .map(async (file) => ({ fileId: file.fileId, bytes: await readCaseFile(store, file) })),
  );
  const packed = await packPdfs(pdfs);
  const images = await attachImages(files.filter(isImage), store);
  return {
    blocks: [...packed.map(documentBlock), ...images.blocks],
    attachments: [...placesOf(packed), ...images.attachments],
  };
}

function isPdf({ mediaType }: CaseFile): boolean {
  return mediaType === 'application/pdf';
}

function isImage({ mediaType }: CaseFile): boolean {
  return /^image\/(?:png|jpe?g|gif|webp)$/u.test(mediaType);
}

function documentBlock({ bytes }: PackedPdf, at: number): ContentBlock {
  return { document: { format: 'pdf', name: documentName(at), source: { bytes } } };
}

function documentName(at: number): string {
  return `dokument-${at + 1}`;
}

async function attachImages(files: readonly CaseFile[], store: BlobStore): Promise<AttachedFiles> {
  const { images: most, imageBytes: largest, imageSidePx } = converseLimits;
  if (files.length > most) {
    throw new ModelCallError(
      'over-limits',
      `Cannot send the case: ${files.length} images, expected at most ${most}. Nothing was sent`,
    );
  }
  const blocks: ContentBlock[] = [];
  const attachments: Attachment[] = [];
  for (const [at, file] of files.entries()) {
    const bytes = await readCaseFile(store, file);
    const image = readImage(bytes);
    if (image === null) throw refuse('unreadable-file', file, 'no image that can be read');
    if (bytes.length > largest) {
      throw refuse(
        'over-limits',
        file,
        `an image of ${megabytes(bytes.length)}, expected at most ${megabytes(largest)}`,
      );
    }
    if (Math.max(image.widthPx, image.heightPx) > imageSidePx) {
      const is = `an image of ${image.widthPx} × ${image.heightPx} px`;
      throw refuse('over-limits', file, `${is}, expected at most ${imageSidePx} px a side`);
    }
    const place = `billede-${at + 1}`;
    // An image has no name in a request: the line before it is its name.
    blocks.push({ text: `${place}:` }, { image: { format: image.format, source: { bytes } } });
    attachments.push({ fileId: file.fileId, place });
  }
  return { blocks, attachments };
}

function refuse(kind: FailedKind, { fileId }: CaseFile, is: string): ModelCallError {
  return new ModelCallError(kind, `Cannot send the case: file "${fileId}" is ${is}. Nothing was sent`);
}

/** Each file's documents, with pages where a document holds more than it, or less than all of it. */
function placesOf(packed: readonly PackedPdf[]): Attachment[] {
  const places = new Map<string, string[]>();
  for (const [at, { parts }] of packed.entries()) {
    let page = 1;
    for (const { fileId, pageCount = 0, pages } of parts) {
      const within = parts.length === 1 ? '' : `, side ${page}-${page + pageCount - 1}`;
      const of = pages === undefined ? '' : ` (filens side ${pages.first}-${pages.last})`;
      places.set(fileId, [...(places.get(fileId) ?? []), `${documentName(at)}${within}${of}`]);
      page += pageCount;
    }
  }
  return [...places].map(([fileId, found]) => ({ fileId, place: found.join('; ') }));
}
