import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { checkYaml } from '../../datasets/check-yaml.ts';
import { InputError } from '../../datasets/errors.ts';
import { openYaml } from '../../datasets/open-yaml.ts';
import { checkValue } from '../../datasets/parse-line.ts';
import { toWellFormed } from '../../datasets/well-formed.ts';
import { type Decision, DecisionSchema } from '../../evals/check-in/decision.ts';

const mostBytes = 5_000_000;
/** What csv-parse gives with `info`; its types know only the rows. */
const RowsSchema = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }));
const columns = ['date', 'case', 'code', 'decision', 'by'];
const mend = 'docs/check-in.md shows a file of decisions.';

/**
 * A cluster's decisions, as YAML (a list) or as CSV with a line of heads, told by the file's ending.
 * @throws {InputError} with line and field
 */
export function readDecisions(bytes: Uint8Array, file: string): Decision[] {
  if (bytes.length > mostBytes) {
    throw new InputError({ file, is: `${bytes.length} bytes`, expected: `at most ${mostBytes}`, mend });
  }
  const text = decode(bytes, file);
  // Half characters have no canonical JSON, by which decisions are told apart.
  return toWellFormed(file.toLowerCase().endsWith('.csv') ? readCsv(text, file) : readYaml(text, file));
}

/** A CSV that Excel saved without UTF-8 would lose its æ, ø and å without a word. */
function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    const saveAs = 'In Excel: save as "CSV UTF-8 (comma delimited)".';
    throw new InputError({ file, is: 'text that is not UTF-8', expected: 'UTF-8', mend: saveAs }, { cause });
  }
}

function readYaml(text: string, file: string): Decision[] {
  const place = { file, thing: 'a list of decisions', mend };
  // Dates stay text: the schema of YAML that is read knows none.
  return checkYaml(openYaml(text, place), z.array(DecisionSchema).max(5_000), place);
}

function readCsv(text: string, file: string): Decision[] {
  const rows = parseRows(text, file);
  const [head, ...rest] = rows;
  const names = (head?.record ?? []).map((name) => name.trim());
  const unknown = names.find((name, at) => !columns.includes(name) || names.indexOf(name) !== at);
  if (head === undefined || unknown !== undefined || !names.includes('date')) {
    const is =
      unknown === undefined
        ? 'no line of heads'
        : `a column "${unknown.slice(0, 40)}"${columns.includes(unknown) ? ' that is there already' : ''}`;
    throw new InputError({ file, line: 1, is, expected: `the columns ${columns.join(', ')}`, mend });
  }
  return rest.map(({ record, line }) => {
    if (record.slice(names.length).some((cell) => cell.trim() !== '')) {
      const expected = `${names.length}, as the line of heads has; text with the sign that parts cells stands in "…"`;
      throw new InputError({ file, line, is: `${record.length} cells`, expected, mend });
    }
    const cells = names
      .map((name, at) => [name, (record[at] ?? '').trim()] as const)
      .filter(([, cell]) => cell !== '');
    return checkValue(Object.fromEntries(cells), DecisionSchema, { file, line });
  });
}

function parseRows(text: string, file: string): { record: string[]; line: number }[] {
  const delimiter = (text.split('\n', 1)[0] ?? '').includes(';') ? ';' : ',';
  try {
    const rows: unknown = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    return RowsSchema.parse(rows).map(({ record, info }) => ({ record, line: info.lines }));
  } catch (cause) {
    const { lines: line } = cause as { lines?: number };
    const expected = `CSV with the columns ${columns.join(', ')}, and quotes that are closed`;
    throw new InputError(
      { file, ...(line === undefined ? {} : { line }), is: 'no CSV', expected, mend },
      { cause },
    );
  }
}
