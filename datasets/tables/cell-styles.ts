import type { CellStyle } from 'hucre/xlsx';

const thin = { style: 'thin', color: { rgb: 'B8C0C8' } } as const;
const frame = { top: thin, bottom: thin, left: thin, right: thin };
const fill = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const;
const wrapped = { wrapText: true, vertical: 'top' } as const;

/** How cells look, by what they are. Colour alone never says anything. */
export const cellStyles = {
  title: { font: { bold: true, size: 16 } },
  heading: { font: { bold: true, size: 12 }, fill: fill('E3EAF1') },
  header: { font: { bold: true }, fill: fill('D3DEE8'), border: frame, alignment: wrapped },
  /** To be filled in. */
  input: { border: frame, fill: fill('FFFBE6'), alignment: wrapped },
  bold: { font: { bold: true }, alignment: { vertical: 'top' } },
  text: { alignment: wrapped },
  /** A share in [0, 1], as a percentage. */
  share: { numFmt: '0.0%' },
  quiet: { font: { italic: true, color: { rgb: '5A6570' } } },
} as const satisfies Record<string, CellStyle>;

export type CellStyleName = keyof typeof cellStyles;
