import { basename, dirname, resolve } from 'node:path';
import { InputError } from '../../datasets/errors.ts';
import { checkValue, parseJson, parseLine } from '../../datasets/parse-line.ts';
import { type Screening, ScreeningStatusSchema } from '../../evals/screening/screening.ts';
import { createFileStore } from '../adapters/file-store.ts';
import { EvalFileSchema, type EvalRow, EvalRowSchema } from '../promptfoo/eval-row.ts';
import { readRows } from '../promptfoo/read-rows.ts';

export interface ImportOptions {
  out?: string;
  modelVersion: string;
}

/** Beyond this a JSON text is more than one string can hold. */
const mostBytes = 500_000_000;

/** `maalestok import`: what promptfoo's models answered, as a file of screenings. */
export async function importResults(file: string, { out, modelVersion }: ImportOptions): Promise<void> {
  if (!/^[^\p{C}]{1,200}$/u.test(modelVersion)) {
    const field = '--model-version';
    throw new InputError({ field, is: 'no version', expected: 'a text of at most 200 characters' });
  }
  if (out !== undefined && (await createFileStore(dirname(resolve(out))).read(basename(out))) !== null) {
    const mend = 'Name another file, or remove it first.';
    throw new InputError({ file: out, is: 'a file that is there already', expected: 'a new file', mend });
  }
  const screenings = readRows({ rows: await readFile(file), file, version: modelVersion });
  const lines = screenings.map((screening) => `${JSON.stringify(screening)}\n`).join('');
  if (out === undefined) process.stdout.write(lines);
  else await createFileStore(dirname(resolve(out))).write(basename(out), lines);
  process.stderr.write(summarise(screenings));
}

/** Of `-o results.json`, or a line a row of `-o results.jsonl`. @throws {InputError} naming file and field */
async function readFile(file: string): Promise<EvalRow[]> {
  const store = createFileStore(dirname(resolve(file)));
  const key = basename(file);
  const expected = 'results of promptfoo (`promptfoo eval -o results.json`)';
  const rows: EvalRow[] = [];
  if (file.endsWith('.jsonl')) {
    const lines = await store.readLines(key);
    if (lines === null) throw new InputError({ file, is: 'no such file', expected });
    let line = 0;
    for await (const text of lines) {
      line += 1;
      if (text.trim() !== '') rows.push(parseLine(text, EvalRowSchema, { file, line }));
    }
  } else {
    const bytes = await store.read(key);
    if (bytes === null) throw new InputError({ file, is: 'no such file', expected });
    if (bytes.length > mostBytes) {
      const mend = 'Let promptfoo write lines: `promptfoo eval -o results.jsonl`.';
      throw new InputError({ file, is: `${bytes.length} bytes`, expected: `at most ${mostBytes}`, mend });
    }
    const value = parseJson(new TextDecoder().decode(bytes), { file });
    rows.push(...checkValue(value, EvalFileSchema, { file }).results.results);
  }
  if (rows.length === 0) throw new InputError({ file, is: 'no row', expected: 'at least one answer' });
  return rows;
}

function summarise(screenings: readonly Screening[]): string {
  const byModel = Map.groupBy(screenings, ({ model }) => model.id);
  return [...byModel]
    .map(([id, answers]) => {
      const byStatus = Map.groupBy(answers, ({ status }) => status);
      const counts = ScreeningStatusSchema.options
        .filter((status) => byStatus.has(status))
        .map((status) => `${byStatus.get(status)!.length} ${status}`)
        .join(', ');
      const repaired = answers.filter((each) => each.repaired === true).length;
      return `${id} ${answers[0]!.model.version}: ${counts}${repaired === 0 ? '' : ` (${repaired} repaired)`}\n`;
    })
    .join('');
}
