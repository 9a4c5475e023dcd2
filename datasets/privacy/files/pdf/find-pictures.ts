import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, PDFStream } from 'pdf-lib';
import { streamText } from './stream-bytes.ts';

/**
 * Pixels that a page's pictures have together from which on they are named: fifty by fifty. Fewer hold no more than a
 * mark. A picture's share of the page does not count: a small one that is drawn large shows no more.
 */
const noticeable = 2_500;
/** A letter of a font may be a picture, too; from here on it is more than a letter. In pixels. */
const largerThanLetter = 20_000;

const name = (text: string) => PDFName.of(text);
const isPicture = (stream: PDFStream) => stream.dict.get(name('Subtype')) === name('Image');

/** What a page, a form, a pattern or a note draws: pictures of its own, and pixels of those that stand in its operators. */
interface Drawn {
  pictures: Set<PDFStream>;
  inline: number;
}

export interface PdfPictures {
  /** Numbers of the pages with pictures that may hold text. */
  pages: number[];
  /** A picture that no page draws: a thumbnail, or what is left of a page that was taken out. */
  elsewhere: boolean;
}

/** Where in a PDF there are pictures, which nothing here can read. */
export function findPictures(pdf: PDFDocument): PdfPictures {
  const known = new Set<PDFStream>();
  const pages: number[] = [];
  for (const [at, page] of pdf.getPages().entries()) {
    const drawn: Drawn = { pictures: new Set(), inline: 0 };
    const visit = drawing(pdf, drawn);
    visit(page.node.Resources(), contentOf(page.node.Contents()));
    for (const note of page.node.Annots()?.asArray() ?? []) {
      const looks = dictOf(pdf.context.lookup(note))?.lookup(name('AP'));
      for (const stream of streamsIn(pdf, looks)) visit.stream(stream, undefined);
    }
    for (const picture of drawn.pictures) for (const each of withMasks(picture)) known.add(each);
    const pixels = [...drawn.pictures].reduce((sum, picture) => sum + pixelsOf(picture), drawn.inline);
    if (pixels >= noticeable) pages.push(at + 1);
  }
  const elsewhere = pdf.context
    .enumerateIndirectObjects()
    .some(
      ([, object]) =>
        object instanceof PDFStream &&
        isPicture(object) &&
        !known.has(object) &&
        pixelsOf(object) >= noticeable,
    );
  return { pages, elsewhere };
}

/** @returns goes through resources and what the operators use of them, each stream once */
function drawing(pdf: PDFDocument, drawn: Drawn) {
  const seen = new Set<PDFStream>();
  const entries = (resources: PDFDict, kind: string): [PDFName, PDFObject | undefined][] =>
    (dictOf(resources.lookup(name(kind)))?.entries() ?? []).map(([key, value]) => [
      key,
      pdf.context.lookup(value),
    ]);
  const visit = (resources: PDFDict | undefined, content: string | undefined) => {
    drawn.inline += inlinePixels(content ?? '');
    if (resources === undefined) return;
    const used = namesIn(content);
    for (const [key, object] of entries(resources, 'XObject')) {
      if (object instanceof PDFStream && used?.has(key.asString()) !== false) visit.stream(object, resources);
    }
    for (const [, object] of entries(resources, 'Pattern')) {
      if (object instanceof PDFStream) visit.stream(object, resources);
    }
    for (const [, state] of entries(resources, 'ExtGState')) {
      const mask = dictOf(dictOf(state)?.lookup(name('SMask')))?.lookup(name('G'));
      if (mask instanceof PDFStream) visit.stream(mask, resources);
    }
    for (const [, font] of entries(resources, 'Font')) letters(dictOf(font), resources);
  };
  /** Letters of a font of pictures count where one is larger than a letter. */
  const letters = (font: PDFDict | undefined, resources: PDFDict) => {
    for (const letter of streamsIn(pdf, font?.lookup(name('CharProcs')))) {
      if (seen.has(letter)) continue;
      seen.add(letter);
      const own: Drawn = { pictures: new Set(), inline: 0 };
      drawing(pdf, own).stream(letter, dictOf(font?.lookup(name('Resources'))) ?? resources);
      const pixels = [...own.pictures].reduce((sum, picture) => sum + pixelsOf(picture), own.inline);
      if (pixels < largerThanLetter) continue;
      drawn.inline += own.inline;
      for (const picture of own.pictures) drawn.pictures.add(picture);
    }
  };
  visit.stream = (stream: PDFStream, outer: PDFDict | undefined) => {
    if (seen.has(stream)) return;
    seen.add(stream);
    if (isPicture(stream)) drawn.pictures.add(stream);
    else visit(dictOf(stream.dict.lookup(name('Resources'))) ?? outer, streamText(stream));
  };
  return visit;
}

function dictOf(object: PDFObject | undefined): PDFDict | undefined {
  if (object instanceof PDFDict) return object;
  return object instanceof PDFStream ? object.dict : undefined;
}

/** Streams in a value and in the dictionaries within it. */
function streamsIn(pdf: PDFDocument, object: PDFObject | undefined, depth = 0): PDFStream[] {
  if (object instanceof PDFStream) return [object];
  if (!(object instanceof PDFDict) || depth > 3) return [];
  return object.values().flatMap((value) => streamsIn(pdf, pdf.context.lookup(value), depth + 1));
}

/** Undefined: it cannot be told what is used. */
function contentOf(contents: PDFObject | undefined): string | undefined {
  if (contents instanceof PDFStream) return streamText(contents);
  if (!(contents instanceof PDFArray)) return '';
  const texts = contents.asArray().map((_, at) => contentOf(contents.lookup(at)));
  return texts.includes(undefined) ? undefined : texts.join('\n');
}

/** Names of what operators draw; undefined where any may be meant. */
function namesIn(content: string | undefined): Set<string> | undefined {
  // A name may be written with its letters as numbers.
  if (content === undefined || content.includes('#')) return undefined;
  return new Set([...content.matchAll(/(\/[^\s()<>[\]{}/%]+)\s+Do\b/gu)].map(([, used]) => used!));
}

/** A picture's mask may be what shows the text. */
function withMasks(picture: PDFStream): PDFStream[] {
  const masks = ['SMask', 'Mask'].map((key) => picture.dict.lookup(name(key)));
  return [picture, ...masks.filter((mask) => mask instanceof PDFStream)];
}

function pixelsOf(picture: PDFStream): number {
  const sizes = withMasks(picture).map(({ dict }) => numberOf(dict, 'Width') * numberOf(dict, 'Height'));
  return Math.max(...sizes);
}

/** A picture without a size is taken for a large one. */
function numberOf(dict: PDFDict, key: string): number {
  const value = dict.lookup(name(key));
  return value instanceof PDFNumber ? value.asNumber() : noticeable;
}

function inlinePixels(content: string): number {
  let sum = 0;
  for (const [, head] of content.matchAll(/\bBI\b([\s\S]{1,400}?)\bID\b/gu)) {
    const size = (key: RegExp) => Number(key.exec(head!)?.[1] ?? noticeable);
    sum += size(/\/W(?:idth)?\s+(\d{1,6})/u) * size(/\/H(?:eight)?\s+(\d{1,6})/u);
  }
  return sum;
}
