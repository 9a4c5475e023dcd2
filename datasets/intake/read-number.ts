import { excerpt } from '../errors.ts';
import { bad, good, type ReadResult } from './read-result.ts';

export type NumberStyle = 'danish' | 'english';

export interface NumberOptions {
  style: NumberStyle;
  /** Where `12.345` (English: `12,345`) stands alone: it is twelve thousand. Absent: such a number is refused as ambiguous. */
  thousands?: boolean | undefined;
}

/**
 * Reads a number as people write it: `1.234,5`, `1 234,5`, `-3`, `0,30` (English: `1,234.5`).
 * Nothing is guessed: one group of three digits behind a separator, and the other language's decimal sign, are named.
 */
export function readNumber(text: string, { style, thousands = false }: NumberOptions): ReadResult<number> {
  const [group, decimal] = style === 'danish' ? ['.', ','] : [',', '.'];
  const plain = text.replaceAll('\u2212', '-');
  const shown = `"${excerpt(text)}"`;
  const form = new RegExp(
    `^[+-]?(\\d+|[1-9]\\d{0,2}(?:[${group} ]\\d{3})+)(?:[${decimal}](\\d+))?$`,
    'u',
  ).exec(plain);
  if (form === null) {
    const swapped = new RegExp(`^[+-]?\\d+[${group}]\\d+$`, 'u').test(plain);
    const example = style === 'danish' ? '1.234,5' : '1,234.5';
    if (!swapped) return bad(shown, `a number like ${example}`);
    const [wrong, right] = style === 'danish' ? ['point', 'comma'] : ['comma', 'point'];
    return bad(
      `${shown} with a decimal ${wrong}`,
      `a decimal ${right}, or \`numbers: ${other(style)}\` in the mapping`,
    );
  }
  const [, whole, fraction] = form;
  const groups = whole!.split(group).length - 1;
  if (groups === 1 && fraction === undefined && !thousands) return ambiguous(shown, whole!, group, decimal);
  const digits = whole!.replace(/[., ]/gu, '');
  if (digits.replace(/^0+/u, '').length + (fraction?.length ?? 0) > 15)
    return bad(`${shown} with more than 15 digits`, 'a number that can be held exactly');
  const value = Number(`${plain.startsWith('-') ? '-' : ''}${digits}.${fraction ?? '0'}`);
  return good(value === 0 ? 0 : value);
}

function ambiguous(shown: string, whole: string, group: string, decimal: string): ReadResult<number> {
  const joined = whole.replace(group, '');
  return bad(
    `${shown}, which may be ${joined} or ${whole.replace(group, decimal)}`,
    `${joined} without the separator, or \`thousands: true\` in the mapping`,
  );
}

function other(style: NumberStyle): NumberStyle {
  return style === 'danish' ? 'english' : 'danish';
}
