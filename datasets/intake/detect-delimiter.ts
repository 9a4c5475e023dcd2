import { parse } from 'csv-parse/sync';
import { cleanHeader } from './clean-cell.ts';

export const delimiters = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/**
 * The delimiter under which the header holds most of the wanted columns, then most columns at all.
 * @param start the file's beginning, header included
 * @param headerRow counted from 1
 */
export function detectDelimiter(start: string, headerRow: number, wanted: readonly string[]): Delimiter {
  const scored = delimiters.map((delimiter) => {
    const header = readHeader(start, delimiter, headerRow);
    return { delimiter, hits: wanted.filter((name) => header.includes(name)).length, columns: header.length };
  });
  return scored.reduce((best, each) =>
    each.hits > best.hits || (each.hits === best.hits && each.columns > best.columns) ? each : best,
  ).delimiter;
}

function readHeader(start: string, delimiter: Delimiter, headerRow: number): string[] {
  try {
    const rows: string[][] = parse(start, {
      delimiter,
      to: headerRow,
      relax_column_count: true,
      relax_quotes: true,
    });
    return (rows[headerRow - 1] ?? []).map(cleanHeader);
  } catch {
    // An unclosed quote is named where the file is read.
    return [];
  }
}
