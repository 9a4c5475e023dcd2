import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFInvalidObject,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFStream,
  PDFString,
} from 'pdf-lib';
import { looseText } from '../loose-text.ts';
import type { FilePart, ReadFile } from '../part.ts';
import { readImage } from '../read-image.ts';
import { readXml } from '../read-xml.ts';
import { readXmp } from '../read-xmp.ts';
import { drawnText } from './drawn-text.ts';
import { findPictures } from './find-pictures.ts';
import { latinOf, streamBytes } from './stream-bytes.ts';
import { widenPages } from './widen-pages.ts';

/** Entries whose value is no text: keys of the file, sets of letters. */
const silent = /^\/(?:ID|CharSet|Panose|Ordering|Registry|Lang|DA|DS)$/u;
/** Bytes that streams may unpack to in all. */
const mostUnpacked = 64 * 2 ** 20;

export interface LooseText {
  text: string;
  /** What a page showed; the look of a form's field else, which programs often leave behind. */
  isPage: boolean;
}

export interface PdfObjects extends ReadFile {
  /** Numbers of the pages with pictures. */
  pictures: number[];
  /** Texts drawn by streams that nothing refers to, by the stream's number. */
  loose: ReadonlyMap<string, LooseText>;
  reached: ReadonlySet<string>;
  /** Absent where the objects could not be read. */
  widened?: Uint8Array;
}

/**
 * What stands in a PDF's objects beside what its pages show: every text of every object (alternative texts, layers,
 * signatures, what programs left), XML in streams (XMP, XFA forms), scripts; pictures; and text that no page shows any more.
 */
export async function readObjects(bytes: Uint8Array): Promise<PdfObjects> {
  const objects = { parts: [], unreadable: [], pictures: [], loose: new Map(), reached: new Set<string>() };
  let pdf: PDFDocument;
  try {
    pdf = await PDFDocument.load(bytes, { parseSpeed: Infinity, updateMetadata: false });
    const { pages, elsewhere } = findPictures(pdf);
    const unreadable = elsewhere ? ['a picture that no page shows'] : [];
    return { ...objects, pictures: pages, ...readAll(pdf, unreadable), widened: await widenPages(pdf) };
  } catch (error) {
    const why =
      error instanceof Error && /is encrypted/u.test(error.message)
        ? 'encrypted: pictures and hidden texts cannot be looked at'
        : 'damaged: pictures and hidden texts cannot be looked at';
    return { ...objects, unreadable: [why] };
  }
}

function readAll(pdf: PDFDocument, unreadable: string[]): Omit<PdfObjects, 'pictures' | 'widened'> {
  const { context } = pdf;
  const { Root, Info } = context.trailerInfo;
  const reached = new Set<string>();
  for (const root of [Root, Info]) reach(pdf, root, reached);
  const texts = new Set<string>();
  const parts: FilePart[] = [];
  const loose = new Map<string, LooseText>();
  let left = mostUnpacked;
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFInvalidObject) unreadable.push('an object that cannot be read');
    for (const text of stringsIn(object)) texts.add(text);
    if (!(object instanceof PDFStream)) continue;
    if (isOf(object, 'Image')) {
      parts.push(...readPictureFile(object));
      continue;
    }
    if (left <= 0) unreadable.push('streams that unpack to too much');
    const content = left > 0 ? streamBytes(object) : undefined;
    if (content === undefined) continue;
    left -= content.length;
    parts.push(...readXmlIn(content));
    const drawn = reached.has(ref.tag) ? undefined : drawnText(latinOf(content));
    if (drawn !== undefined) loose.set(ref.tag, { text: drawn, isPage: !isOf(object, 'Form') });
  }
  for (const script of scriptsIn(pdf)) texts.add(script);
  parts.push({ field: 'objects', text: [...texts].join('\n'), again: true });
  return { parts, unreadable: [...new Set(unreadable)], loose, reached };
}

/** Marks all that can be reached from an object, without recursion: lists of pages may be long. */
function reach(pdf: PDFDocument, from: PDFObject | undefined, reached: Set<string>): void {
  const open = [from];
  while (open.length > 0) {
    const object = open.pop();
    if (object instanceof PDFRef) {
      if (reached.has(object.tag)) continue;
      reached.add(object.tag);
      open.push(pdf.context.lookup(object));
    } else if (object instanceof PDFStream) open.push(object.dict);
    else if (object instanceof PDFDict) for (const value of object.values()) open.push(value);
    else if (object instanceof PDFArray) for (const value of object.asArray()) open.push(value);
  }
}

function isOf({ dict }: PDFStream, subtype: string): boolean {
  return dict.get(PDFName.of('Subtype')) === PDFName.of(subtype);
}

/** A photograph lies in a PDF as the file that it was, with its metadata. */
function readPictureFile(picture: PDFStream): FilePart[] {
  const bytes = picture.getContents();
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return [];
  return readImage(bytes).parts.map((part) => ({ ...part, field: `picture ${part.field}`, again: true }));
}

const deepest = 64;

/** Texts in an object itself; what it refers to is an object of its own. */
function stringsIn(object: PDFObject, depth = 0): string[] {
  if (depth > deepest) return [];
  if (object instanceof PDFString || object instanceof PDFHexString) return textOf(object);
  if (object instanceof PDFStream) return stringsIn(object.dict, depth + 1);
  if (object instanceof PDFArray) return object.asArray().flatMap((each) => stringsIn(each, depth + 1));
  if (!(object instanceof PDFDict)) return [];
  return object
    .entries()
    .filter(([key]) => !silent.test(key.asString()))
    .flatMap(([, value]) => stringsIn(value, depth + 1));
}

function textOf(value: PDFString | PDFHexString): string[] {
  const bytes = value.asBytes();
  const text = value.decodeText();
  if (/^D:\d{4}/u.test(text)) return [];
  // A signature's certificates are bytes, with names in them.
  const shown = bytes.length > 500 || /(?![\t\n\r])\p{Cc}/u.test(text) ? looseText(bytes) : text;
  return /\p{L}{2}|\d\D?\d\D?\d\D?\d/u.test(shown) ? [shown] : [];
}

function readXmlIn(content: Uint8Array): FilePart[] {
  const head = Buffer.from(content.subarray(0, 200)).toString('latin1');
  if (!/^(?:\xef\xbb\xbf)?\s*<[?!\w]/u.test(head)) return [];
  const { text, parted, attributes } = readXml(new TextDecoder().decode(content));
  const own = [`${text}\n${attributes}`, parted].map((each) => ({
    field: 'XML inside',
    text: each,
    again: true,
  }));
  return [...readXmp(content), ...own];
}

function scriptsIn(pdf: PDFDocument): string[] {
  return pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
    const script = object instanceof PDFDict ? object.lookup(PDFName.of('JS')) : undefined;
    const bytes = script instanceof PDFStream ? streamBytes(script) : undefined;
    return bytes === undefined ? [] : [looseText(bytes)];
  });
}
