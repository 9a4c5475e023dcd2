import { type PdfLimits, pdfLimits } from '../../pdf/pdf-limits.ts';
import type { ReadFile } from './part.ts';
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
  return {
    parts: [
      ...now.parts,
      ...readXmp(bytes).map((part) => ({ ...part, again: true })),
      ...outside.parts,
      ...earlier.parts,
      ...loose.map(({ text }) => ({ field: 'text that no page shows', text, again: true })),
    ],
    unreadable: [
      ...now.unreadable,
      ...outside.unreadable,
      ...earlier.unreadable,
      ...(loose.some(({ isPage }) => isPage) ? ['text that no page shows'] : []),
    ],
  };
}

async function readVersion(bytes: Uint8Array, limits: Limits): Promise<ReadFile & { objects: PdfObjects }> {
  const { parts, unreadable } = await readPages(bytes, limits);
  const objects = await readObjects(bytes);
  // A page without text is named already: whatever it shows is a picture.
  const pictures = objects.pictures
    .filter((page) => !unreadable.includes(`page ${page}: no text`))
    .map((page) => `page ${page}: a picture: what it shows cannot be read`);
  return {
    parts: [...parts, ...objects.parts],
    unreadable: [...unreadable, ...pictures, ...objects.unreadable],
    objects,
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
      for (const part of parts) read.parts.push({ ...part, field: `${name} ${part.field}`, again: true });
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
