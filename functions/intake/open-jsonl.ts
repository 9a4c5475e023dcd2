import { createReadStream } from 'node:fs';
import { writesFieldTwice } from '../../datasets/case-line.ts';
import { excerpt, InputError } from '../../datasets/errors.ts';
import { cleanHeader } from '../../datasets/intake/clean-cell.ts';
import type { InputRow } from '../../datasets/intake/input-row.ts';
import { mappedColumns } from '../../datasets/intake/mapped-columns.ts';
import type { Mapping } from '../../datasets/intake/mapping.ts';
import type { RowProblem } from '../../datasets/intake/read-result.ts';
import { isReasonColumn } from '../../datasets/intake/reason-column.ts';
import { parseJson } from '../../datasets/parse-line.ts';
import { emptyCell, type TableCell } from '../../datasets/tables/table.ts';
import { decodeLines } from '../adapters/decode-lines.ts';
import type { InputTable } from './input-table.ts';
import { heldLine, withoutReason } from './jsonl-rejects.ts';

/** Opens a file of one JSON object a line: its fields are the columns. @throws {InputError} */
export async function openJsonl(path: string, file: string, mapping: Mapping): Promise<InputTable> {
  const seen = new Set<string>();
  const wanted = mappedColumns(mapping);
  for await (const { json } of readObjects(path, file))
    for (const key of Object.keys(json ?? {})) seen.add(cleanHeader(key));
  if (seen.size === 0) throw new InputError({ file, is: 'no row', expected: 'one JSON object a line' });
  return {
    format: 'jsonl',
    dateSystem: '1900',
    notes: [],
    unmapped: [...seen].filter((name) => !wanted.includes(name) && !isReasonColumn(name)),
    shape: { format: 'jsonl' },
    rows: () => toRows(path, file),
  };
}

interface JsonRow {
  line: number;
  text: string;
  /** Undefined: it is no object. */
  json: Record<string, unknown> | undefined;
  problem?: RowProblem;
}

async function* readObjects(path: string, file: string): AsyncGenerator<JsonRow> {
  let line = 0;
  for await (const text of decodeLines(createReadStream(path), file)) {
    line += 1;
    if (text.trim() !== '') yield readObject(text, { file, line });
  }
}

function readObject(original: string, place: { file: string; line: number }): JsonRow {
  // As it was before, so that an error's place is the same.
  const text = withoutReason(original);
  const fail = (problem: RowProblem): JsonRow => ({ line: place.line, text, json: undefined, problem });
  let json: unknown;
  try {
    json = parseJson(text, place);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return fail({ is: error.problem.is, expected: error.problem.expected });
  }
  const held = text === original ? undefined : heldLine(json);
  if (held !== undefined) return readObject(held, place);
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return fail({ is: excerpt(text, 30), expected: 'a JSON object' });
  const names = Object.keys(json).map(cleanHeader);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined)
    return fail({ is: `the field "${excerpt(twice, 40)}" twice`, expected: 'each field once' });
  if (writesFieldTwice(text, json))
    return fail({ is: 'a field that is written twice', expected: 'each field once' });
  return { line: place.line, text, json: json as Record<string, unknown> };
}

async function* toRows(path: string, file: string): AsyncGenerator<InputRow> {
  for await (const { line, text, json, problem } of readObjects(path, file)) {
    const cells = new Map(Object.entries(json ?? {}).map(([key, value]) => [cleanHeader(key), value]));
    yield {
      row: line,
      problems: problem === undefined ? [] : [problem],
      raw: { json: text },
      cell: (column) => toCell(cells.get(column)),
    };
  }
}

function toCell(value: unknown): TableCell | readonly string[] {
  if (value === undefined || value === null || value === '') return emptyCell;
  if (typeof value === 'string') return { kind: 'text', value };
  if (typeof value === 'number') return { kind: 'number', value };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value;
  return { kind: 'error', value: Array.isArray(value) ? 'a list of other things than text' : 'an object' };
}
