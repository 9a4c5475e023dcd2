import { type PdfLimits, pdfLimits } from '../../pdf/pdf-limits.ts';
import type { FilePart, ReadFile } from './part.ts';
import { layOut, type PdfLayout, readOutside } from './pdf/lay-out.ts';
import { type PdfObjects, readObjects } from './pdf/read-objects.ts';
import { readPages } from './pdf/read-pages.ts';
import { latinOf } from './pdf/stream-bytes.ts';
import { readXmp } from './read-xmp.ts';

type Limits = Pick<PdfLimits, 'pages' | 'text'>;

/** Earlier versions inside a file that are read. */
const mostVersions = 8;

/**
 * A PDF: what its pages show, what stands in its objects beside that, what stands outside them, and the same of the
 * versions that it had before it was changed. What cannot be read of it is named: pictures, pages without text, attached files.
 * @throws where it is no PDF, or is locked
 */
export async function readPdf(bytes: Uint8Array, limits: Limits = pdfLimits): Promise<ReadFile> {
  const latin = latinOf(bytes);
  const layout = layOut(latin);
  const { objects, ...now } = await readVersion(bytes, limits);
  const outside = readOutside(latin, layout);
  const earlier = await readEarlier(bytes, layout, limits);
  const reached = new Set(earlier.objects.flatMap((each) => [...each.reached]));
  const loose = [...objects.loose].filter(([tag]) => !reached.has(tag)).map(([, each]) => each);
  const around = [
    ...readXmp(bytes),
    ...outside.parts,
    ...objects.parts,
    ...earlier.parts,
    ...loose.map(({ text }) => ({ field: 'text that no page shows', text })),
  ].map((part) => ({ ...part, again: true }));
  const { parts, cut } = keepNew(now.parts, around, limits.text);
  return {
    parts: [...now.parts, ...parts],
    unreadable: [
      ...now.unreadable,
      ...outside.unreadable,
      ...earlier.unreadable,
      ...(loose.some(({ isPage }) => isPage) ? ['text that no page shows'] : []),
      ...(cut ? ['beside the pages: too much text'] : []),
    ],
  };
}

/** Texts that are there already are left out: earlier versions repeat most of a file. */
function keepNew(known: readonly FilePart[], more: readonly FilePart[], most: number) {
  const seen = new Set(known.map(({ text }) => text));
  const parts: FilePart[] = [];
  let left = most;
  for (const part of more) {
    if (part.personal !== true && seen.has(part.text)) continue;
    seen.add(part.text);
    left -= part.text.length;
    if (left < 0) return { parts, cut: true };
    parts.push(part);
  }
  return { parts, cut: false };
}

async function readVersion(bytes: Uint8Array, limits: Limits): Promise<ReadFile & { objects: PdfObjects }> {
  const { parts, unreadable } = await readPages(bytes, limits);
  const { widened, ...objects } = await readObjects(bytes);
  const beyond = widened === undefined ? [] : (await readPages(widened, limits)).parts;
  const cropped = beyond
    .filter(({ field }) => /^page \d+$/u.test(field))
    .map((part) => ({ ...part, field: `${part.field}, outside of it` }));
  // A page without text is named already: whatever it shows is a picture.
  const pictures = objects.pictures
    .filter((page) => !unreadable.includes(`page ${page}: no text`))
    .map((page) => `page ${page}: a picture: what it shows cannot be read`);
  return {
    parts,
    unreadable: [...unreadable, ...pictures, ...objects.unreadable],
    objects: { ...objects, parts: [...objects.parts, ...cropped] },
  };
}

async function readEarlier(bytes: Uint8Array, { ends, linearized }: PdfLayout, limits: Limits) {
  const read: ReadFile & { objects: PdfObjects[] } = { parts: [], unreadable: [], objects: [] };
  const earlier = ends.slice(0, -1);
  for (const [at, end] of earlier.slice(-mostVersions).entries()) {
    const name = `earlier version ${Math.max(0, earlier.length - mostVersions) + at + 1}`;
    // The first end of such a file is no version: it need not open by itself.
    const isPart = linearized && end === ends[0];
    try {
      const { parts, unreadable, objects } = await readVersion(bytes.subarray(0, end), limits);
      for (const part of [...parts, ...objects.parts]) {
        read.parts.push({ ...part, field: `${name} ${part.field}` });
      }
      if (!isPart) read.unreadable.push(...unreadable.map((why) => `${name}: ${why}`));
      read.objects.push(objects);
    } catch {
      if (!isPart) read.unreadable.push(`${name}: cannot be opened`);
    }
  }
  if (earlier.length > mostVersions) {
    read.unreadable.push(`earlier versions 1 to ${earlier.length - mostVersions}: too many to read`);
  }
  return read;
}
