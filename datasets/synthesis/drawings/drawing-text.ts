import type { Drawing, TextElement, TextPart } from './drawing.ts';
import { type Box, textBox } from './text-box.ts';

/** Texts whose base lines lie this near each other are read as one row, in millimetres. */
const rowMm = 1.3;
/** A gap as wide as this is read as a column's end. */
const columnMm = 12;

/** Read as blocks, one after the other, as readers of page images do. */
const blocks: readonly TextPart[] = ['drawing', 'info', 'titleBlock'];

/**
 * What reading a sheet off its image would give: the drawing, the lists under it and the title block, each in rows from
 * top to bottom, and within a row from left to right, with wide gaps as more blanks. Texts that stand upright in a chain
 * are read where their middle lies. Reading errors are not made here. The mark in the margin that says that the sheet is
 * synthetic is no part of the drawing and is left out.
 */
export function drawingText({ elements }: Drawing): string {
  const texts = elements.filter((element): element is TextElement => element.kind === 'text');
  return blocks
    .flatMap((block) => rowsOf(texts.filter(({ part }) => part === block)))
    .map(joinRow)
    .join('\n');
}

interface Read {
  text: string;
  box: Box;
  base: number;
}

function rowsOf(texts: readonly TextElement[]): Read[][] {
  const read = texts.map((text): Read => ({ text: text.text, box: textBox(text), base: baseOf(text) }));
  const rows: Read[][] = [];
  for (const one of read.sort((a, b) => a.base - b.base || a.box.left - b.box.left)) {
    const row = rows.at(-1);
    if (row !== undefined && one.base - row[0]!.base <= rowMm) row.push(one);
    else rows.push([one]);
  }
  return rows;
}

function baseOf(text: TextElement): number {
  const box = textBox(text);
  return text.rotation === 0 ? text.at[1] : (box.top + box.bottom) / 2;
}

function joinRow(row: readonly Read[]): string {
  const ordered = [...row].sort((a, b) => a.box.left - b.box.left);
  return ordered
    .map(({ text, box }, i) => {
      if (i === 0) return text;
      const gap = box.left - ordered[i - 1]!.box.right;
      return `${gap > columnMm ? '     ' : gap > 2.5 ? '   ' : ' '}${text}`;
    })
    .join('');
}
