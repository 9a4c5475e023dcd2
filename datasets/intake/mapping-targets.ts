import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import { type KnownWords, knownWordsOf } from './known-words.ts';
import type { Mapping, Source } from './mapping.ts';
import type { TargetType } from './read-source.ts';

/** A place of a case or label that a mapping fills, and what belongs there. */
export interface MappingTarget {
  /** In the mapping's file. */
  path: PropertyKey[];
  source: Source;
  type: TargetType;
  known?: KnownWords;
}

/** Every source of a mapping. */
export function mappingTargets(mapping: Mapping, taxonomy: Taxonomy): MappingTarget[] {
  const known = knownWordsOf(taxonomy);
  const types = new Map(taxonomy.fields.map(({ name, type }) => [name, type]));
  const { case: parts, documents, localRules, labels, splits } = mapping;
  const codes = { what: 'code', words: taxonomy.defects.map(({ code, nameDa }) => ({ id: code, nameDa })) };
  const targets: MappingTarget[] = [];
  const add = (path: PropertyKey[], source: Source | undefined, type: TargetType, words?: KnownWords) => {
    if (source !== undefined)
      targets.push({ path, source, type, ...(words === undefined ? {} : { known: words }) });
  };
  add(['case', 'caseId'], parts.caseId, 'text');
  add(['case', 'task'], parts.task, 'text', known.task);
  add(['case', 'caseType'], parts.caseType, 'text', known.caseType);
  add(['case', 'municipality'], parts.municipality, 'text');
  add(['case', 'cluster'], parts.cluster, 'text');
  add(['case', 'applicationDate'], parts.applicationDate, 'date');
  add(['case', 'zone'], parts.zone, 'text', known.zone);
  for (const [name, source] of Object.entries(parts.fields))
    add(['case', 'fields', name], source, types.get(name) ?? 'any');
  for (const [name, source] of Object.entries(parts.ownFields))
    add(['case', 'ownFields', name], source, 'any');
  for (const [at, document] of documents.entries()) {
    const path = (key: string) => ['documents', at, key];
    add(path('type'), document.type, 'text', known.documentType);
    add(path('title'), document.title, 'text');
    add(path('date'), document.date, 'date');
    add(path('text'), document.text, 'text');
    add(path('file'), document.file, 'list');
  }
  for (const [at, rule] of localRules.entries()) {
    for (const key of ['plan', 'paragraph', 'topic', 'text'] as const)
      add(['localRules', at, key], rule[key], 'text');
    add(['localRules', at, 'value'], rule.value, 'any');
  }
  add(['labels', 'outcome'], labels?.outcome, 'text');
  for (const [at, defect] of (labels?.defects ?? []).entries()) {
    const path = (key: string) => ['labels', 'defects', at, key];
    add(path('when'), defect.when, 'boolean');
    add(path('codes'), defect.codes, 'list', codes);
    add(path('citations'), defect.citations, 'text');
    add(path('discretionary'), defect.discretionary, 'boolean');
    add(path('note'), defect.note, 'text');
  }
  add(['splits', 'family'], splits.family, 'any');
  return targets;
}
