import { z } from 'zod';
import { InputError } from '../../datasets/errors.ts';
import type { Screening } from '../../evals/screening/screening.ts';
import { compareText } from '../../evals/statistics/compare-text.ts';
import { toScreening } from '../../evals/steps/to-screening.ts';
import { mapError } from '../adapters/promptfoo/map-error.ts';
import type { EvalRow } from './eval-row.ts';
import { readProviderMetadata } from './provider-metadata.ts';
import { readScreening } from './read-screening.ts';

export interface RowsToRead {
  rows: readonly EvalRow[];
  file: string;
  /** Of models that do not say it themselves. */
  version: string;
}

type ModelName = Screening['model'];

/**
 * The rows of an evaluation as screenings: a model a column, repeats numbered in the order of the tests. By model,
 * case and repeat.
 * @throws {InputError} where two columns go by one name
 */
export function readRows({ rows, file, version }: RowsToRead): Screening[] {
  refuseUnready(rows, file);
  const columns = Map.groupBy(rows, columnOf);
  const named = new Map<string, string>();
  const screenings: Screening[] = [];
  for (const [column, ofColumn] of columns) {
    const model = nameModel(ofColumn, version, columns.keys());
    const other = named.get(model.id);
    if (other !== undefined) throw sameName(file, model.id);
    named.set(model.id, column);
    screenings.push(...readColumn(ofColumn, model));
  }
  return screenings.sort(
    (a, b) => compareText(a.model.id, b.model.id) || compareText(a.caseId, b.caseId) || a.repeat - b.repeat,
  );
}

/**
 * Where a model could not be made ready, nothing was asked: that is no answer of the model.
 * @throws {InputError} naming the first such row
 */
function refuseUnready(rows: readonly EvalRow[], file: string): void {
  const at = rows.findIndex(({ response, error }) =>
    /\bInputError\b/u.test(`${response?.error ?? ''} ${error ?? ''}`),
  );
  if (at === -1) return;
  throw new InputError({
    file,
    field: `results.results[${at}].error`,
    is: 'a model that could not be made ready',
    expected: 'answers, or calls that failed',
    mend: 'Mend what promptfoo shows as the error of this row, and evaluate again.',
  });
}

/** One provider with one prompt. */
function columnOf({ provider: { id, label }, promptIdx }: EvalRow): string {
  return JSON.stringify([label || id, promptIdx]);
}

function nameModel(rows: readonly EvalRow[], version: string, columns: Iterable<string>): ModelName {
  for (const { response } of rows) {
    const ours = readProviderMetadata(response?.metadata);
    if (ours !== undefined) return ours.model;
  }
  const { provider, prompt } = rows[0]!;
  const name = provider.label || provider.id;
  const several = [...columns].filter((column) => (JSON.parse(column) as [string])[0] === name).length > 1;
  return { id: toId(several ? `${name}:${prompt?.label ?? ''}` : name), version };
}

/** What is left of a name once it is an id. */
function toId(name: string): string {
  const id = name
    .replace(/[^\p{L}\p{N}._:-]+/gu, '-')
    .replace(/^[^\p{L}\p{N}]+|-+$/gu, '')
    .slice(0, 128);
  return id === '' ? 'promptfoo' : id;
}

function readColumn(rows: readonly EvalRow[], model: ModelName): Screening[] {
  const byCase = Map.groupBy(
    rows.toSorted((a, b) => a.testIdx - b.testIdx),
    ({ vars }) => vars.caseId,
  );
  return [...byCase.values()].flatMap((ofCase) => ofCase.map((row, repeat) => readRow(row, repeat, model)));
}

function readRow(
  { vars: { caseId }, response, error }: EvalRow,
  repeat: number,
  model: ModelName,
): Screening {
  const failed =
    response?.error ??
    httpError(response?.metadata) ??
    (response?.output === undefined || response.output === null ? error : undefined);
  if (failed !== undefined && failed !== null)
    return { ...failure(failed), ...headOf(model, caseId, repeat) };
  if (response === undefined || response === null) {
    return { ...failure('no response'), ...headOf(model, caseId, repeat) };
  }
  const screening = readScreening({ response, caseId, repeat }, model);
  // The sender's name for its model is one for all rows.
  return toScreening(model, caseId, repeat, screening);
}

/** An endpoint's own word that it failed, whatever its body was read as. */
function httpError(metadata: unknown): string | undefined {
  const status = HttpMetadataSchema.safeParse(metadata).data?.http.status;
  return status === undefined || status < 400 ? undefined : `HTTP ${status}`;
}

const HttpMetadataSchema = z.object({ http: z.object({ status: z.int() }) });

function headOf(model: ModelName, caseId: string, repeat: number) {
  return { schema: 'maalestok.screening.v1', model, caseId, repeat } as const;
}

/** An error's kind; its words may quote the case, and stay behind. */
function failure(text: string): Pick<Screening, 'status' | 'findings' | 'error'> {
  const said = 'see promptfoo’s results';
  const mapped = mapError({ text, said });
  const kind = 'kind' in mapped ? mapped.kind : 'throttled';
  const message = `the provider failed (${said})`;
  return { status: 'failed', findings: [], error: { kind, message } };
}

function sameName(file: string, id: string): InputError {
  return new InputError({
    file,
    field: 'provider.label',
    is: `two columns that go by "${id}"`,
    expected: 'a name for each',
    mend: 'Give the providers labels that differ, or evaluate one prompt at a time where it is not read.',
  });
}
