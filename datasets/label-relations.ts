import { InputError } from './errors.ts';
import type { Label } from './label.ts';

/** What a label file says of a case's origin: at most one of the two. */
export interface CaseRelation {
  /** It differs from this case in one defect. */
  twinOf?: string;
  /** It is this case, changed in what must not matter. */
  transformOf?: string;
  /** How it was changed, where the label says so. */
  transform?: string;
}

interface Place {
  caseId: string;
  line: number;
  field: 'twinOf' | 'transformOf';
  original: string;
  transform: string | undefined;
}

/**
 * Collects the relations of a label file and checks them: each names another case of the same file, one
 * relation a case, and none leads in a circle.
 */
export class LabelRelations {
  readonly #file: string;
  readonly #places = new Map<string, Place>();

  constructor(file: string) {
    this.#file = file;
  }

  /** @throws {InputError} where both are set, a case is its own origin, or `transform` stands alone */
  add({ caseId, twinOf, transformOf, transform }: Label, line: number): void {
    if (transform !== undefined && transformOf === undefined) throw this.#loose(transform, line);
    const original = twinOf ?? transformOf;
    if (original === undefined) return;
    if (twinOf !== undefined && transformOf !== undefined) {
      throw new InputError({
        file: this.#file,
        line,
        field: 'transformOf',
        is: `"${transformOf}" beside twinOf "${twinOf}"`,
        expected: 'twinOf or transformOf, not both',
        mend: 'Keep twinOf where the case differs in one defect, transformOf where its defects are the same.',
      });
    }
    const field = twinOf === undefined ? 'transformOf' : 'twinOf';
    const place: Place = { caseId, line, field, original, transform };
    if (original === caseId) {
      throw this.#error(
        place,
        `"${original}", the case itself`,
        'Remove it, or name the case it was made from.',
      );
    }
    this.#places.set(caseId, place);
  }

  /**
   * The relations of all labels added, by case id.
   * @param known the cases that have a label in this file
   * @throws {InputError} for the first line, where it names an unknown case or its chain leads back to it
   */
  finish(known: { has(caseId: string): boolean }): Map<string, CaseRelation> {
    const settled = new Set<string>();
    for (const place of this.#places.values()) {
      if (!known.has(place.original)) {
        const mend = 'The original stands in the same split: add it with its label, or remove the field.';
        throw this.#error(place, `"${place.original}", which has no label in this file`, mend);
      }
      this.#requireEnd(place, settled);
    }
    return new Map(
      [...this.#places].map(([caseId, { field, original, transform }]) => [
        caseId,
        { [field]: original, ...(transform === undefined ? {} : { transform }) },
      ]),
    );
  }

  /** Follows the chain from a case; `settled` holds the cases from which it is known to end. */
  #requireEnd(from: Place, settled: Set<string>): void {
    const chain = new Set<string>();
    for (let at: Place | undefined = from; at !== undefined; at = this.#places.get(at.original)) {
      if (settled.has(at.caseId)) break;
      if (chain.has(at.caseId)) throw this.#circle(at, [...chain]);
      chain.add(at.caseId);
    }
    for (const caseId of chain) settled.add(caseId);
  }

  /** Names the circle that leads back to `at`, and in which the chain ends, from its first line on. */
  #circle(at: Place, chain: readonly string[]): InputError {
    const circle = chain.slice(chain.indexOf(at.caseId)).map((caseId) => this.#places.get(caseId)!);
    const start = circle.reduce((first, { line }, index) => (line < circle[first]!.line ? index : first), 0);
    const ids = [...circle.slice(start), ...circle.slice(0, start)].map(({ caseId }) => caseId);
    const named = [...ids.slice(0, 3), ...(ids.length > 3 ? ['…'] : []), ids[0]];
    const mend = 'Let one of these cases be the original of the others.';
    return this.#error(circle[start]!, `a circle ${named.join(' → ')}`, mend);
  }

  #loose(transform: string, line: number): InputError {
    return new InputError({
      file: this.#file,
      line,
      field: 'transform',
      is: `"${transform}" without transformOf`,
      expected: 'transformOf beside it: the case from which this one was made',
      mend: 'Add transformOf, or remove transform.',
    });
  }

  #error({ line, field }: Place, is: string, mend: string): InputError {
    const expected = 'the id of another case, from which this one was made';
    return new InputError({ file: this.#file, line, field, is, expected, mend });
  }
}
