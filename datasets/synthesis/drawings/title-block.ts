import type { Board } from './board.ts';
import type { Paper } from './paper.ts';
import type { Sheet } from './sheet.ts';
import { type Box, textWidthMm } from './text-box.ts';

const outline = { weightMm: 0.5 };
const inner = { weightMm: 0.18 };

/** The fields at the lower right, and the sheet's frame. */
export function drawTitleBlock(board: Board, paper: Paper, sheet: Sheet, subject: string): void {
  const { titleBlock, drawingArea } = paper;
  board.box({ ...drawingArea, bottom: titleBlock.bottom }, 'none', { weightMm: 0.7 });
  board.line([drawingArea.left, titleBlock.top], [titleBlock.right, titleBlock.top], outline);
  board.line([titleBlock.left, titleBlock.top], [titleBlock.left, titleBlock.bottom], outline);
  const rows = fields(paper, sheet, subject);
  const height = (titleBlock.bottom - titleBlock.top) / rows.length;
  rows.forEach((row, i) => {
    const top = titleBlock.top + i * height;
    if (i > 0) board.line([titleBlock.left, top], [titleBlock.right, top], inner);
    drawRow(board, { ...titleBlock, top, bottom: top + height }, row);
  });
  board.write(
    { text: 'Syntetisk tegning til test af modeller - ingen virkelig ejendom', sizeMm: 1.8, part: 'mark' },
    { at: [drawingArea.left, paper.heightMm - 2.4], anchor: 'start' },
  );
}

interface Field {
  label: string;
  value: string;
  /** Of the row's width. */
  share: number;
  bold?: boolean;
}

function fields(paper: Paper, sheet: Sheet, subject: string): Field[][] {
  const scale = sheet.scale ?? `1:${paper.scale}`;
  const noScale = sheet.leaveOut?.includes('scale') ?? false;
  return [
    [{ label: 'Sag:', value: sheet.project, share: 1, bold: true }],
    [
      { label: 'Adresse:', value: sheet.address, share: 0.5 },
      { label: 'Matr.nr.:', value: sheet.cadastre, share: 0.5 },
    ],
    [{ label: 'Emne:', value: sheet.subject ?? subject, share: 1, bold: true }],
    [
      { label: 'Mål:', value: noScale ? '' : `${scale} (${paper.format})`, share: 0.27 },
      { label: 'Dato:', value: sheet.date, share: 0.28 },
      { label: 'Rev.:', value: sheet.revision ?? '-', share: 0.17 },
      { label: 'Tegn.nr.:', value: sheet.drawingNo, share: 0.28, bold: true },
    ],
    [
      { label: 'Fase:', value: sheet.phase, share: 0.55 },
      { label: 'Tegn.:', value: sheet.drawnBy, share: 0.225 },
      { label: 'Kontr.:', value: '', share: 0.225 },
    ],
  ];
}

function drawRow(board: Board, row: Box, cells: readonly Field[]): void {
  const base = (row.top + row.bottom) / 2 + 0.9;
  let left = row.left;
  cells.forEach(({ label, value, share, bold }, i) => {
    const right = left + share * (row.right - row.left);
    if (i > 0) board.line([left, row.top], [left, row.bottom], inner);
    const named = board.write(
      { text: label, sizeMm: 1.8, part: 'titleBlock' },
      { at: [left + 1.5, base], anchor: 'start' },
    );
    const from = named.right + 1.2;
    const fitted = fitValue(value, bold === true, right - 1 - from);
    if (fitted.text !== '')
      board.write({ ...fitted, part: 'titleBlock' }, { at: [from, base], anchor: 'start' });
    left = right;
  });
}

/** As large as a cell lets it be, and cut only where it would be too small to read. */
function fitValue(
  text: string,
  bold: boolean,
  roomMm: number,
): { text: string; sizeMm: number; bold: boolean } {
  let sizeMm = bold ? 3 : 2.4;
  while (sizeMm > 1.4 && textWidthMm(text, sizeMm, bold) > roomMm) sizeMm -= 0.1;
  let shown = text;
  while (shown !== '' && textWidthMm(shown, sizeMm, bold) > roomMm) {
    shown = `${[...shown].slice(0, -2).join('').trimEnd()}…`;
    if (shown === '…') shown = '';
  }
  return { text: shown, sizeMm, bold };
}
