import { unzipSync } from 'fflate';
import type { ZipEntry } from './zip-directory.ts';

export interface SheetExtent {
  /** Of the rectangle that the parts' cells span, at most. */
  area: number;
  cells: number;
}

/**
 * The most that any one part of a workbook can hold as a sheet, found without reading it as one: rows and columns up to
 * the furthest that it names, and those that have no name beside. More than there is where in doubt.
 */
export function largestExtent(bytes: Uint8Array, entries: readonly ZipEntry[]): SheetExtent {
  const largest: SheetExtent = { area: 0, cells: 0 };
  for (const { name } of entries) {
    const part = unzipSync(bytes, { filter: (entry) => entry.name === name })[name];
    if (part === undefined) continue;
    const { area, cells } = extentOf(new TextDecoder('latin1').decode(part));
    largest.area = Math.max(largest.area, area);
    largest.cells = Math.max(largest.cells, cells);
  }
  return largest;
}

function extentOf(xml: string): SheetExtent {
  const cells = count(xml, /<(?:[\w.-]+:)?c[\s/>]/gu);
  if (cells === 0) return { area: 0, cells };
  let [rows, columns] = [0, 0];
  for (const [, value] of xml.matchAll(/\sr\s*=\s*["']([^"']*)["']/gu)) {
    const place = /^([A-Z]{0,3})(\d{1,7})$/u.exec(value!);
    // Written in some other way: nobody can tell how far it reaches.
    if (place === null) return { area: Number.POSITIVE_INFINITY, cells };
    rows = Math.max(rows, Number(place[2]));
    columns = Math.max(columns, columnNumber(place[1]!));
  }
  const unnamed = count(xml, /<(?:[\w.-]+:)?(?:c|row)(?![^>]*\sr\s*=)[\s/>]/gu);
  return { area: (rows + unnamed) * (columns + unnamed), cells };
}

function columnNumber(letters: string): number {
  return letters.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found += 1;
  return found;
}
