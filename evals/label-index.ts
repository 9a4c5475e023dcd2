import { excerpt, InputError } from '../datasets/errors.ts';
import { type Label, LabelSchema } from '../datasets/label.ts';
import { type CaseRelation, LabelRelations } from '../datasets/label-relations.ts';
import { parseLine } from '../datasets/parse-line.ts';
import type { Catalogue } from '../datasets/rules/catalogue.ts';
import { readCitations } from '../datasets/rules/read-citation.ts';
import { defectTypeOf, groupOfCode, type Taxonomy } from '../datasets/taxonomy/taxonomy.ts';
import { canonicalHash } from './canonical-hash.ts';
import { hashLines } from './hash-lines.ts';

/** The labels of a split, checked, and what they hold in all. */
export interface LabelIndex {
  /** Asks for a case that was among the checked ids. */
  get(caseId: string): Label;
  /** Of the file's lines, as the card has it. */
  sha256: string;
  /** Of what the labels hold, whatever their order. */
  contentHash: string;
  /** The version that the labels carry; several are joined by `+`. */
  version: string;
  /** Family by case id, for families of more than one case. */
  families: Map<string, string>;
  /** What twins and transformed cases were made from, by case id; of the whole file, whatever is planned. */
  relations: Map<string, CaseRelation>;
}

export interface LabelIndexOptions {
  file: string;
  taxonomy: Taxonomy;
  catalogue: Catalogue;
  caseIds: ReadonlySet<string>;
  /** Whether a label whose outcome contradicts its defects is refused. */
  checkOutcome: boolean;
}

/**
 * Reads and checks a label file: every case has exactly one label, codes are in the taxonomy,
 * citations can be read, `twinOf` and `transformOf` name other cases of the file.
 * @throws {InputError} naming file, line and field
 */
export async function readLabelIndex(
  lines: AsyncIterable<string>,
  options: LabelIndexOptions,
): Promise<LabelIndex> {
  const { file, caseIds } = options;
  const hashed = hashLines(lines);
  const byCase = new Map<string, { text: string; line: number }>();
  const versions = new Set<string>();
  const hashes: string[] = [];
  const origins = new LabelRelations(file);
  for await (const { text, line } of hashed) {
    const label = parseLine(text, LabelSchema, { file, line });
    requireNew(label, line, byCase, file);
    if (!caseIds.has(label.caseId)) throw unknownCase(label.caseId, line, file);
    checkDefects(label, line, options);
    if (options.checkOutcome) checkOutcome(label, line, file);
    byCase.set(label.caseId, { text, line });
    versions.add(label.labelVersion);
    hashes.push(canonicalHash(label));
    origins.add(label, line);
  }
  for (const caseId of caseIds) {
    if (!byCase.has(caseId)) throw withoutLabel(caseId, file);
  }
  const relations = origins.finish(byCase);
  return {
    get(caseId) {
      const entry = byCase.get(caseId);
      if (entry === undefined) throw new Error(`Cannot find the label of case "${caseId}": it was not read`);
      return parseLine(entry.text, LabelSchema, { file, line: entry.line });
    },
    sha256: hashed.read().sha256,
    contentHash: canonicalHash(hashes.sort()),
    version: [...versions].sort().join('+'),
    families: familiesOf(relations),
    relations,
  };
}

/** @throws {InputError} a defect twice, an unknown code, a citation that cannot be read */
export function checkDefects(
  label: Pick<Label, 'defects'>,
  line: number,
  { file, taxonomy, catalogue }: LabelIndexOptions,
): void {
  const ids = new Set<string>();
  label.defects.forEach((defect, at) => {
    const field = `defects[${at}]`;
    if (ids.has(defect.defectId)) {
      const is = `"${defect.defectId}" again`;
      throw new InputError({
        file,
        line,
        field: `${field}.defectId`,
        is,
        expected: 'each defect once in a label',
      });
    }
    ids.add(defect.defectId);
    if (defectTypeOf(taxonomy, defect.code) === undefined) {
      throw new InputError({
        file,
        line,
        field: `${field}.code`,
        is: `unknown code "${excerpt(defect.code)}"`,
        expected: `a code of the taxonomy ${taxonomy.id} ${taxonomy.version}`,
        mend: 'See `npx maalestok taxonomy` for the codes; a taxonomy of your own is named in the card, or with --taxonomy.',
      });
    }
    defect.citationSets.forEach((set, setAt) => {
      set.forEach((citation, citationAt) => {
        if (readCitations(citation, catalogue).length > 0) return;
        throw new InputError({
          file,
          line,
          field: `${field}.citationSets[${setAt}][${citationAt}]`,
          is: `"${excerpt(typeof citation === 'string' ? citation : JSON.stringify(citation))}"`,
          expected: 'a citation that can be read, like "br18/10/1/2" or "BR18 § 10, stk. 1, nr. 2"',
          mend: 'Try the text with `maalestok cite "…"`.',
        });
      });
    });
  });
}

/** @throws {InputError} where the outcome contradicts the defects */
export function checkOutcome(label: Pick<Label, 'outcome' | 'defects'>, line: number, file: string): void {
  const required = label.defects.some((defect) => defect.role === 'required');
  if (required !== (label.outcome === 'deficient')) {
    throw new InputError({
      file,
      line,
      field: 'outcome',
      is: `"${label.outcome}" ${required ? 'beside a required defect' : 'without a required defect'}`,
      expected: required ? '"deficient"' : '"complete" or "noPermitNeeded"',
    });
  }
}

function requireNew(label: Label, line: number, known: Map<string, { line: number }>, file: string): void {
  const first = known.get(label.caseId);
  if (first === undefined) return;
  const is = `"${label.caseId}" again (first on line ${first.line})`;
  throw new InputError({ file, line, field: 'caseId', is, expected: 'one label a case' });
}

/** A label for a case that is not there. */
export function unknownCase(caseId: string, line: number, file: string): InputError {
  return new InputError({
    file,
    line,
    field: 'caseId',
    is: `a label for "${caseId}", which is no case of the split`,
    expected: 'the id of a case in the case file',
    mend: 'Remove the label, or add the case.',
  });
}

function withoutLabel(caseId: string, file: string): InputError {
  return new InputError({
    file,
    field: 'caseId',
    is: `no label for case "${caseId}"`,
    expected: 'one label for every case',
    mend: 'Add the label; a case without defects has an empty `defects`.',
  });
}

/** Every member of a family of two or more, under the id of its first ancestor. */
function familiesOf(relations: ReadonlyMap<string, CaseRelation>): Map<string, string> {
  const families = new Map<string, string>();
  const originOf = (caseId: string) => {
    const relation = relations.get(caseId);
    return relation?.twinOf ?? relation?.transformOf;
  };
  for (const caseId of relations.keys()) {
    let root = caseId;
    for (let origin = originOf(root); origin !== undefined; origin = originOf(root)) root = origin;
    families.set(caseId, root);
    families.set(root, root);
  }
  return families;
}

/** What a list of labels holds: for the card of a result, and the groups of macro F1. */
export interface GoldSummary {
  cases: number;
  completeCases: number;
  deficientCases: number;
  requiredDefects: number;
  advisoryDefects: number;
  contestedDefects: number;
  /** Groups with a required defect, sorted. */
  groups: string[];
}

/** Counts the labels of the planned cases. */
export function summariseGold(
  labels: LabelIndex,
  caseIds: Iterable<string>,
  taxonomy: Taxonomy,
): GoldSummary {
  const summary: GoldSummary = {
    cases: 0,
    completeCases: 0,
    deficientCases: 0,
    requiredDefects: 0,
    advisoryDefects: 0,
    contestedDefects: 0,
    groups: [],
  };
  const groups = new Set<string>();
  for (const caseId of caseIds) {
    const { defects } = labels.get(caseId);
    const required = defects.filter((defect) => defect.role === 'required');
    summary.cases += 1;
    summary[required.length === 0 ? 'completeCases' : 'deficientCases'] += 1;
    summary.requiredDefects += required.length;
    summary.advisoryDefects += defects.filter((defect) => defect.role === 'advisory').length;
    summary.contestedDefects += defects.filter((defect) => defect.role === 'contested').length;
    for (const defect of required) groups.add(groupOfCode(taxonomy, defect.code) ?? 'none');
  }
  summary.groups = [...groups].sort();
  return summary;
}
