import { didYouMean } from '../did-you-mean.ts';
import { excerpt, type InputProblem } from '../errors.ts';
import { defectTypeOf, type Taxonomy } from '../taxonomy/taxonomy.ts';
import { knownWordsOf, readKnown } from './known-words.ts';
import type { Mapping } from './mapping.ts';
import { type MappingTarget, mappingTargets } from './mapping-targets.ts';
import { readConstant, type SourceContext } from './read-source.ts';

export interface MappingProblem extends Omit<InputProblem, 'file' | 'line' | 'field'> {
  path: PropertyKey[];
}

/**
 * What a mapping says that no case may hold: fields that cases do not have, words that the taxonomy does not know,
 * values for all rows that are not what belongs there. Null where all of it may.
 */
export function checkMapping(mapping: Mapping, taxonomy: Taxonomy): MappingProblem | null {
  return (
    checkFieldNames(mapping, taxonomy) ??
    first(mappingTargets(mapping, taxonomy), (target) => checkTarget(target, mapping, taxonomy)) ??
    checkWords(mapping, taxonomy)
  );
}

function checkFieldNames(
  { case: { fields, ownFields } }: Mapping,
  taxonomy: Taxonomy,
): MappingProblem | null {
  const names = taxonomy.fields.map(({ name }) => name);
  const unknown = Object.keys(fields).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    const meant = didYouMean(unknown, names);
    return {
      path: ['case', 'fields', unknown],
      is: `the field "${excerpt(unknown)}", which cases do not have`,
      expected: `a field of the taxonomy ${taxonomy.id} ${taxonomy.version}`,
      mend: `${meant === undefined ? '' : `${meant} `}\`npx maalestok taxonomy --json\` lists all; one of your own goes under \`case.ownFields\`.`,
    };
  }
  const own = Object.keys(ownFields).find((name) => names.includes(name));
  return own === undefined
    ? null
    : {
        path: ['case', 'ownFields', own],
        is: `"${own}", a field of the taxonomy`,
        expected: 'fields that the taxonomy does not have',
        mend: 'Move it to `case.fields`.',
      };
}

function checkTarget(
  { path, source, type, known }: MappingTarget,
  { source: { numbers, thousands, dates } }: Mapping,
  taxonomy: Taxonomy,
): MappingProblem | null {
  if (path[1] === 'fields' && source.type !== undefined && type !== 'any' && source.type !== type) {
    const is = `the type ${source.type}`;
    const mend = 'Leave `type` out: the taxonomy says it.';
    return { path: [...path, 'type'], is, expected: `${type}, as the taxonomy ${taxonomy.id} has it`, mend };
  }
  const context: SourceContext = { numbers, thousands, dates, dateSystem: '1900' };
  const constants = [
    ...(source.value === undefined ? [] : [{ at: [...path, 'value'], value: source.value }]),
    ...Object.entries(source.map ?? {}).map(([word, value]) => ({ at: [...path, 'map', word], value })),
  ];
  return first(constants, ({ at, value }) => {
    // Of a list the map holds the entries, not the list.
    const inMap = at.includes('map');
    const wanted = inMap && (source.type ?? type) === 'list' ? 'text' : (source.type ?? type);
    const read = readConstant(value, wanted, source, context);
    if (!read.ok) return { path: at, is: read.is, expected: read.expected };
    if (known === undefined) return null;
    return first([read.value].flat(), (word) => {
      const found = readKnown(String(word), known);
      return found.ok
        ? null
        : { path: at, is: found.is, expected: found.expected.replace(/, or a `map`.*$/u, '') };
    });
  });
}

/** Words of ours outside of sources. */
function checkWords({ files, labels }: Mapping, taxonomy: Taxonomy): MappingProblem | null {
  const { documentType } = knownWordsOf(taxonomy);
  const types: [PropertyKey[], string][] = [
    ...Object.entries(files?.types ?? {}).map(([word, type]): [PropertyKey[], string] => [
      ['files', 'types', word],
      type,
    ]),
    ...(files === undefined ? [] : [[['files', 'type'], files.type] as [PropertyKey[], string]]),
  ];
  const wrong = first(types, ([path, type]) => {
    const read = readKnown(type, documentType);
    return read.ok ? null : { path, is: read.is, expected: read.expected.replace(/, or a `map`.*$/u, '') };
  });
  if (wrong !== null) return wrong;
  return first([...(labels?.defects ?? []).entries()], ([at, { code }]) => {
    if (code === undefined || defectTypeOf(taxonomy, code) !== undefined) return null;
    const meant = didYouMean(
      code,
      taxonomy.defects.map((each) => each.code),
    );
    return {
      path: ['labels', 'defects', at, 'code'],
      is: `the unknown code "${excerpt(code)}"`,
      expected: `a code of the taxonomy ${taxonomy.id} ${taxonomy.version}`,
      mend: `${meant === undefined ? '' : `${meant} `}\`npx maalestok taxonomy\` lists them.`,
    };
  });
}

function first<T, U>(list: readonly T[], check: (each: T) => U | null): U | null {
  for (const each of list) {
    const found = check(each);
    if (found !== null) return found;
  }
  return null;
}
