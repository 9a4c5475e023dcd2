import { excerpt } from '../errors.ts';
import type { Defect, Label } from '../label.ts';
import type { Catalogue } from '../rules/catalogue.ts';
import type { DefectType, Taxonomy } from '../taxonomy/taxonomy.ts';
import { wordKey } from './clean-cell.ts';
import type { InputRow } from './input-row.ts';
import type { DefectMapping, Mapping, Source } from './mapping.ts';
import { type LabelledCase, readLabelCitations } from './read-label-citations.ts';
import type { RowProblem } from './read-result.ts';
import { readSource, type SourceContext } from './read-source.ts';

export interface LabelContext extends SourceContext {
  taxonomy: Taxonomy;
  catalogue: Catalogue;
  /** ISO date. */
  today: string;
}

type LabelMapping = NonNullable<Mapping['labels']>;
type Found = Omit<Defect, 'defectId'>;
/** A row on its way to a label. */
interface Reading {
  row: InputRow;
  context: LabelContext;
  shown: LabelledCase;
  problems: RowProblem[];
}

/** The label that a row's columns make; what is wrong is added to `problems`. */
export function buildLabel(
  mapping: Mapping & { labels: LabelMapping },
  shown: LabelledCase,
  row: InputRow,
  context: LabelContext,
  problems: RowProblem[],
): Label {
  const found = mapping.labels.defects.flatMap((each) =>
    readDefects(each, mapping.labels, { row, context, shown, problems }),
  );
  const texts = found.map((defect) => JSON.stringify(defect));
  const again = found.find((_, at) => texts.indexOf(texts[at]!) < at);
  if (again !== undefined)
    problems.push({
      is: `the defect "${again.code}" twice, alike`,
      expected: 'each once, or what tells them apart',
    });
  const defects = found.map((defect, index) => ({ defectId: `d${index + 1}`, ...defect }));
  const { outcome } = mapping.labels;
  return {
    schema: 'maalestok.label.v1',
    caseId: shown.caseId,
    labelVersion: mapping.dataset.labelVersion,
    outcome: readOutcome(outcome, defects, row, context, problems),
    provenance: 'people',
    defects,
  };
}

function readDefects(mapping: DefectMapping, { complete }: LabelMapping, reading: Reading): Found[] {
  const { row, context, problems } = reading;
  const read = <T>(source: Source | undefined, type: 'text' | 'list' | 'boolean'): T | null => {
    if (source === undefined) return null;
    const result = readSource(source, row, context, type);
    if (result.ok) return result.value as T;
    problems.push({ column: source.column, is: result.is, expected: result.expected });
    return null;
  };
  if (mapping.codes === undefined) {
    if (read<boolean>(mapping.when, 'boolean') !== true) return [];
    const type = findType(mapping.code!, context.taxonomy);
    if (type === undefined) {
      problems.push(unknownCode(mapping.code!, undefined, context.taxonomy));
      return [];
    }
    const citations = read<string>(mapping.citations, 'text');
    const discretionary = read<boolean>(mapping.discretionary, 'boolean');
    return [
      compose(type, { citations, discretionary, note: read<string>(mapping.note, 'text') }, mapping, reading),
    ];
  }
  const codes = read<string[]>(mapping.codes, 'list');
  const column = mapping.codes.column;
  if (codes === null || codes.length === 0) {
    if (!problems.some((problem) => problem.column === column)) {
      problems.push({
        column,
        is: 'an empty cell',
        expected: `codes of defects, or "${complete[0] ?? 'ingen'}" where there are none`,
      });
    }
    return [];
  }
  if (codes.length === 1 && complete.some((word) => wordKey(word) === wordKey(codes[0]!))) {
    const cited = read<string>(mapping.citations, 'text');
    if (cited !== null && cited !== '') {
      const expected = 'no citation where there is no defect, or the defect that it is for';
      problems.push({
        column: mapping.citations?.column,
        is: `"${excerpt(cited)}" beside "${excerpt(codes[0]!)}"`,
        expected,
      });
    }
    return [];
  }
  const types = codes.map((code) => {
    const type = findType(code, context.taxonomy);
    if (type === undefined) problems.push(unknownCode(code, column, context.taxonomy));
    return type;
  });
  const citations = align(read<string>(mapping.citations, 'text'), codes.length, mapping.citations, problems);
  const discretions = align(
    // A part for each code: the map is for the parts.
    read<string>(mapping.discretionary && { ...mapping.discretionary, map: undefined }, 'text'),
    codes.length,
    mapping.discretionary,
    problems,
  );
  const notes = align(read<string>(mapping.note, 'text'), codes.length, mapping.note, problems);
  return types.flatMap((type, at) => {
    if (type === undefined) return [];
    const discretionary = readDiscretion(discretions[at] ?? null, mapping.discretionary, problems);
    const details = { citations: citations[at] ?? null, discretionary, note: notes[at] ?? null };
    return [compose(type, details, mapping, reading)];
  });
}

interface Details {
  citations: string | null;
  discretionary: boolean | null;
  note: string | null;
}

function compose(
  type: DefectType,
  { citations, discretionary, note }: Details,
  mapping: DefectMapping,
  reading: Reading,
): Found {
  const own =
    citations === null || citations === ''
      ? null
      : readLabelCitations(citations, mapping.citations?.column, reading);
  const citationSets = own === null ? [type.citations, ...type.alternatives.map((each) => [each])] : [own];
  return {
    code: type.code,
    role: type.role,
    severity: type.severity,
    discretionary: discretionary ?? type.discretionary,
    citationSets: citationSets.filter((set) => set.length > 0),
    evidence: [],
    ...(note === null || note === '' ? {} : { note }),
  };
}

/** A column beside the codes: as many parts as there are codes, or empty. */
function align(
  text: string | null,
  count: number,
  source: Source | undefined,
  problems: RowProblem[],
): string[] {
  if (text === null) return [];
  if (count === 1) return [text];
  const parts = text.split(source?.separator ?? /[;\n]/u).map((part) => part.trim());
  if (parts.length === count) return parts;
  problems.push({
    column: source?.column,
    is: `${parts.length} parts beside ${count} codes`,
    expected: 'a part for each code, in the same order',
  });
  return [];
}

function readDiscretion(
  word: string | null,
  source: Source | undefined,
  problems: RowProblem[],
): boolean | null {
  if (word === null || word === '') return null;
  const map = { ja: true, nej: false, ...source?.map };
  const found = Object.entries(map).find(([each]) => wordKey(each) === wordKey(word));
  if (found !== undefined) return found[1] === true;
  problems.push({ column: source?.column, is: `"${excerpt(word)}"`, expected: 'ja or nej' });
  return null;
}

/** A code, or the name of the type in Danish. */
function findType(word: string, { defects }: Taxonomy): DefectType | undefined {
  const key = wordKey(word);
  return defects.find(({ code, nameDa }) => code === word || wordKey(nameDa) === key);
}

function unknownCode(code: string, column: string | undefined, { id, version }: Taxonomy): RowProblem {
  return {
    column,
    is: `unknown code "${excerpt(code)}"`,
    expected: `a code or a Danish name of the taxonomy ${id} ${version} (see \`npx maalestok taxonomy\`)`,
  };
}

function readOutcome(
  source: Source | undefined,
  defects: readonly Defect[],
  row: InputRow,
  context: LabelContext,
  problems: RowProblem[],
): Label['outcome'] {
  const required = defects.some(({ role }) => role === 'required');
  const derived = required ? 'deficient' : 'complete';
  if (source === undefined) return derived;
  const read = readSource(source, row, context);
  const fail = (is: string, expected: string) => {
    problems.push({ column: source.column, is, expected });
    return derived;
  };
  if (!read.ok) return fail(read.is, read.expected);
  if (read.value === null) return derived;
  const outcome = String(read.value);
  if (outcome !== 'complete' && outcome !== 'deficient' && outcome !== 'noPermitNeeded') {
    return fail(`"${excerpt(outcome)}"`, 'complete, deficient or noPermitNeeded (by `map` in the mapping)');
  }
  // Where the defects themselves could not be read, nothing can contradict them.
  if (problems.length > 0 || (outcome === 'deficient') === required) return outcome;
  return fail(
    `"${outcome}" ${required ? 'beside' : 'without'} a required defect`,
    required ? 'deficient' : 'complete or noPermitNeeded',
  );
}
