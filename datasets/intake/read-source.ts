import type { FieldValue } from '../case.ts';
import { excerpt } from '../errors.ts';
import type { TableCell } from '../tables/table.ts';
import { cleanCell, holdsControls, wordKey } from './clean-cell.ts';
import type { InputRow } from './input-row.ts';
import type { Source } from './mapping.ts';
import { type DateFormat, plainDateFormats, readDate } from './read-date.ts';
import { type NumberStyle, readNumber } from './read-number.ts';
import { bad, good, type ReadResult } from './read-result.ts';

/** What holds for the whole table. */
export interface SourceContext {
  numbers: NumberStyle;
  thousands: boolean;
  dates: readonly DateFormat[] | undefined;
  dateSystem: '1900' | '1904';
}

type ValueType = NonNullable<Source['type']>;
/** `any`: text of a column; a value for all rows as the mapping has it. */
export type TargetType = ValueType | 'any';

/**
 * Reads what a row holds for one source. Null: the cell is empty.
 * @param fallback the type where the source names none
 */
export function readSource(
  source: Source,
  row: InputRow,
  context: SourceContext,
  fallback: TargetType = 'text',
): ReadResult<FieldValue> {
  const wanted = source.type ?? fallback;
  if (source.value !== undefined) return readConstant(source.value, wanted, source, context);
  const cell = row.cell(source.column!);
  const type = wanted === 'any' ? 'text' : wanted;
  const read = isList(cell) ? readList(cell, source, type) : readCell(cell, source, type, context);
  if (!read.ok || source.required !== true || read.value !== null) return read;
  return bad('an empty cell', 'a value');
}

/**
 * Reads what a mapping says for all rows, or for a word: a date in the mapping's way of writing, a number with a
 * decimal comma. Numbers are no text: YAML has already dropped the zeros of `07.10`.
 */
export function readConstant(
  value: NonNullable<Source['value']>,
  type: TargetType,
  source: Source,
  context: SourceContext,
): ReadResult<FieldValue> {
  if (type === 'any') return good(value);
  if (typeof value === 'object') return type === 'list' ? good(value) : bad('a list', nameOf(type));
  if (type === 'text' || type === 'list') {
    if (typeof value === 'string')
      return type === 'text' ? good(value) : readParts(value, { ...source, map: undefined });
    return bad(`${value}, a ${typeof value}`, 'text, in quotation marks');
  }
  if (typeof value === 'number' && type === 'number') return good(value);
  if (typeof value === 'boolean') return type === 'boolean' ? good(value) : bad(String(value), nameOf(type));
  const cell: TableCell = { kind: 'text', value: String(value) };
  return readTyped(cell, cleanCell(String(value)), { ...source, factor: undefined }, type, context);
}

function nameOf(type: ValueType): string {
  return type === 'date'
    ? 'a date like 14-09-2024'
    : type === 'boolean'
      ? 'true or false'
      : type === 'number'
        ? 'a number'
        : type;
}

function readCell(
  cell: TableCell,
  source: Source,
  type: ValueType,
  context: SourceContext,
): ReadResult<FieldValue> {
  if (cell.formula === true && cell.kind === 'empty') {
    return bad(
      'a formula whose value Excel has not saved',
      'a value (open the file in Excel and save it, or paste values)',
    );
  }
  if (cell.kind === 'error') {
    const value = String(cell.value);
    return bad(value.startsWith('#') ? `the Excel error ${value}` : value, 'a value');
  }
  const text = textOf(cell);
  if (text === null)
    return bad(
      `${cell.value}, stored as a number, of which Excel keeps 15 digits`,
      'a cell formatted as text',
    );
  if (holdsControls(text)) return bad(`"${sayControls(text)}" with a control character`, 'text');
  if (text === '' || (source.empty ?? []).some((word) => wordKey(word) === wordKey(text))) return good(null);
  if (source.map !== undefined && type !== 'list') {
    const found = lookUp(text, source.map);
    return found.ok ? readConstant(found.value, type === 'text' ? 'any' : type, source, context) : found;
  }
  return readTyped(cell, text, source, type, context);
}

function readTyped(
  cell: TableCell,
  text: string,
  source: Source,
  type: ValueType,
  context: SourceContext,
): ReadResult<FieldValue> {
  switch (type) {
    case 'text':
      return good(text);
    case 'boolean':
      return cell.kind === 'boolean' ? good(cell.value === true) : readYesOrNo(text);
    case 'date':
      if (cell.kind === 'date') return good(text.slice(0, 10));
      return readDate(text, source.dates ?? context.dates ?? plainDateFormats, context.dateSystem);
    case 'number':
      return readAmount(cell, text, source, context);
    case 'list':
      return readParts(text, source);
  }
}

const yes = new Set(['ja', 'j', 'sand', 'true', '1']);
const no = new Set(['nej', 'n', 'falsk', 'false', '0']);

function readYesOrNo(text: string): ReadResult<boolean> {
  const word = wordKey(text);
  return yes.has(word) || no.has(word) ? good(yes.has(word)) : bad(`"${excerpt(text)}"`, 'ja or nej');
}

function lookUp(text: string, map: NonNullable<Source['map']>): ReadResult<string | number | boolean> {
  const key = wordKey(text);
  const found = Object.entries(map).find(([word]) => wordKey(word) === key);
  if (found !== undefined) return good(found[1]);
  const words = Object.keys(map).map((word) => `"${excerpt(word, 40)}"`);
  const shown = words.length > 8 ? [...words.slice(0, 8), '…'] : words;
  return bad(`"${excerpt(text)}"`, `one of ${shown.join(', ')}`);
}

function readAmount(
  cell: TableCell,
  text: string,
  source: Source,
  context: SourceContext,
): ReadResult<number> {
  const { unit, factor = 1 } = source;
  if (cell.kind === 'number') {
    const percent = cell.percent === true;
    if (percent && unit !== '%')
      return bad(
        `the percentage ${scale(Number(cell.value), 100)} %`,
        'a plain number, or `unit: "%"` in the mapping',
      );
    return good(scale(scale(Number(cell.value), percent ? 100 : 1), factor));
  }
  const style = source.numbers ?? context.numbers;
  const thousands = source.thousands ?? context.thousands;
  const read = readNumber(withoutUnit(text, unit), { style, thousands });
  return read.ok ? good(scale(read.value, factor)) : read;
}

function withoutUnit(text: string, unit: string | undefined): string {
  if (unit === undefined) return text;
  const lower = (value: string) => value.toLowerCase().replaceAll('²', '2').replace(/\.$/u, '');
  const end = text.length - unit.length;
  for (const length of [unit.length, unit.length + 1]) {
    if (lower(text.slice(-length)) === lower(unit) && end > 0) return text.slice(0, -length).trim();
  }
  return text;
}

/** Decimal fractions stay what they look like: 0.29 × 100 is 29. */
function scale(value: number, factor: number): number {
  return factor === 1 ? value : Number((value * factor).toPrecision(15));
}

function readParts(text: string, { separator, map }: Source): ReadResult<string[]> {
  return mapParts(
    text.split(separator ?? /[;\n]/u).map((part) => part.trim()),
    map,
  );
}

/** Null: a number that a spreadsheet has already rounded. */
function textOf(cell: TableCell): string | null {
  if (cell.kind === 'empty') return '';
  if (cell.kind !== 'number')
    return typeof cell.value === 'boolean' ? (cell.value ? 'ja' : 'nej') : cleanCell(String(cell.value));
  const value = Number(cell.value);
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return null;
  const shown = cell.percent === true ? `${scale(value, 100)}%` : String(value);
  return shown.replace('.', ',');
}

function isList(cell: TableCell | readonly string[]): cell is readonly string[] {
  return Array.isArray(cell);
}

function readList(cell: readonly string[], { map }: Source, type: ValueType): ReadResult<FieldValue> {
  if (type !== 'list') return bad('a list', type === 'text' ? 'text' : `a ${type}`);
  return mapParts(cell.map(cleanCell), map);
}

function mapParts(parts: readonly string[], map: Source['map']): ReadResult<string[]> {
  const values: string[] = [];
  for (const part of parts.filter((each) => each !== '')) {
    if (holdsControls(part)) return bad(`"${sayControls(part)}" with a control character`, 'text');
    const read = map === undefined ? good(part) : lookUp(part, map);
    if (!read.ok) return read;
    values.push(String(read.value));
  }
  return good(values);
}

function sayControls(text: string): string {
  return excerpt(text.replace(/(?![\n\t\f])\p{Cc}/gu, '\uFFFD'));
}
