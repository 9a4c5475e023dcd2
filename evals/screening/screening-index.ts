import { InputError } from '../../datasets/errors.ts';
import { parseLine } from '../../datasets/parse-line.ts';
import { type Screening, ScreeningSchema } from './screening.ts';

/** What a file says of one case, less what the caller knows already. */
export type IndexedScreening = Pick<Screening, 'status' | 'findings'> &
  Partial<Pick<Screening, 'outcome' | 'error' | 'repaired'>>;

export interface ScreeningIndexOptions {
  file: string;
  /** An answer to a case that is not here is a mistake in the file. */
  knownCaseIds: ReadonlySet<string>;
}

type ModelName = Screening['model'];

/** A file of screenings by model, case and repeat, checked line by line; kept as text until asked for. */
export class ScreeningIndex {
  readonly #models = new Map<string, { model: ModelName; byCase: Map<string, string>; repeats: number }>();

  /** @throws {InputError} naming file, line and field */
  static async read(lines: AsyncIterable<string>, options: ScreeningIndexOptions): Promise<ScreeningIndex> {
    const index = new ScreeningIndex();
    const { file, knownCaseIds } = options;
    let line = 0;
    for await (const text of lines) {
      line += 1;
      if (text === '') continue;
      const screening = parseLine(text, ScreeningSchema, { file, line });
      if (!knownCaseIds.has(screening.caseId)) {
        throw new InputError({
          file,
          line,
          field: 'caseId',
          is: `an answer to "${screening.caseId}", which is no case of the data set`,
          expected: 'the id of a case in the case file',
          mend: 'Check that the answers belong to this data set and version.',
        });
      }
      requireDistinctFindings(screening, file, line);
      index.#add(screening, text, file, line);
    }
    return index;
  }

  /** The models of the file, by id and version. */
  models(): ModelName[] {
    return [...this.#models.keys()].sort().map((key) => this.#models.get(key)!.model);
  }

  /** 1 + the highest repeat that the model answered. */
  repeats(model: ModelName): number {
    return this.#models.get(keyOf(model))?.repeats ?? 0;
  }

  get(model: ModelName, caseId: string, repeat: number): IndexedScreening | undefined {
    const text = this.#models.get(keyOf(model))?.byCase.get(`${repeat} ${caseId}`);
    if (text === undefined) return undefined;
    const { status, findings, outcome, error, repaired } = parseLine(text, ScreeningSchema, {});
    return {
      status,
      findings,
      ...(outcome === undefined ? {} : { outcome }),
      ...(error === undefined ? {} : { error }),
      ...(repaired === undefined ? {} : { repaired }),
    };
  }

  #add(screening: Screening, text: string, file: string, line: number): void {
    const { model, caseId, repeat } = screening;
    const key = keyOf(model);
    let entry = this.#models.get(key);
    if (entry === undefined) {
      entry = { model, byCase: new Map(), repeats: 0 };
      this.#models.set(key, entry);
    }
    const answerKey = `${repeat} ${caseId}`;
    if (entry.byCase.has(answerKey)) {
      throw new InputError({
        file,
        line,
        field: 'caseId',
        is: `a second answer by ${model.id} ${model.version} to "${caseId}" in repeat ${repeat}`,
        expected: 'one answer a case and repeat',
        mend: 'Remove one, or number the repeats 0, 1, 2 …',
      });
    }
    entry.byCase.set(answerKey, text);
    entry.repeats = Math.max(entry.repeats, repeat + 1);
  }
}

function requireDistinctFindings(screening: Screening, file: string, line: number): void {
  const seen = new Set<string>();
  screening.findings.forEach(({ findingId }, at) => {
    if (!seen.has(findingId)) {
      seen.add(findingId);
      return;
    }
    const is = `"${findingId}" again`;
    throw new InputError({
      file,
      line,
      field: `findings[${at}].findingId`,
      is,
      expected: 'each findingId once in an answer',
    });
  });
}

function keyOf(model: ModelName): string {
  return `${model.id} ${model.version}`;
}
