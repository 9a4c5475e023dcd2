import type { Defect, Evidence, Label } from '../label.ts';
import { builtInTaxonomy } from '../taxonomy/built-in-taxonomy.ts';
import { type DefectType, defectTypeOf } from '../taxonomy/taxonomy.ts';
import type { Composed } from './compose-case.ts';
import type { Draft, DraftDefect } from './project.ts';

/** Of an injection's or the world's defects the label: role, severity and provisions from the taxonomy, places from what was written. */
export function composeLabel(
  draft: Draft,
  composed: Composed,
  found: readonly DraftDefect[],
  twinOf?: string,
): Label {
  const defects = mergeByCode(found).map((each, at) => toDefect(each, composed, at));
  const required = defects.some(({ role }) => role === 'required');
  return {
    schema: 'maalestok.label.v1',
    caseId: composed.case.caseId,
    labelVersion: '1',
    outcome: required ? 'deficient' : draft.noPermit ? 'noPermitNeeded' : 'complete',
    ...(twinOf === undefined ? {} : { twinOf }),
    provenance: 'synthetic',
    defects,
  };
}

/** One defect a code: what two rules of a plan say is one breach with two provisions. */
function mergeByCode(found: readonly DraftDefect[]): DraftDefect[] {
  const by = new Map<string, DraftDefect>();
  for (const each of found) {
    const known = by.get(each.code);
    if (known === undefined) by.set(each.code, { ...each });
    else {
      const citations = [...new Set([...(known.citations ?? []), ...(each.citations ?? [])])];
      by.set(each.code, {
        ...known,
        ...(citations.length === 0 ? {} : { citations }),
        topics: [...new Set([...known.topics, ...each.topics])],
        fields: [...new Set([...known.fields, ...each.fields])],
        note: `${known.note} ${each.note}`,
      });
    }
  }
  return [...by.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

function toDefect(found: DraftDefect, composed: Composed, at: number): Defect {
  const type = defectTypeOf(builtInTaxonomy(), found.code);
  if (type === undefined) throw new Error(`No such code in the taxonomy: ${found.code}`);
  requireShown(found, composed);
  return {
    defectId: `d${at + 1}`,
    code: found.code,
    role: found.role ?? type.role,
    severity: found.severity ?? type.severity,
    discretionary: type.discretionary,
    citationSets: citationSets(found, type),
    evidence: placesOf(found, composed),
    note: found.note,
  };
}

/** A defect that no document shows would be a label that is wrong: better no case at all. */
function requireShown({ code, needs, topics }: DraftDefect, { mentions, case: { caseId } }: Composed): void {
  for (const need of needs ?? [])
    if (!mentions.some(({ type, topic }) => type === need && topics.includes(topic)))
      throw new Error(`${caseId}: ${code} lies in a document of type ${need}, which does not speak of it`);
}

/** Alternatives that fit another form of the defect than the one at hand. */
const unfit: Record<string, readonly string[]> = {
  skraat_hoejdegraenseplan: ['br18/180/1'],
  afstand_skel_vej_bolig: ['br18/180/2'],
  hoejde_etager_over_byggeret: ['br18/458'],
  jordforurening_kortlagt: ['jordforureningsloven/72b/1', 'jordforureningsloven/72b/2', 'br18/333/2'],
  landzonetilladelse_mangler: ['planloven/36/1', 'planloven/37/1'],
  mangler_brandraadgiver_starterklaering: ['br18/20/1'],
  mangler_statiker_starterklaering: ['br18/16/1'],
  fejl_bebyggelsesprocent_beregning: ['br18/454'],
  lokalplan_omfang: ['br18/166'],
};

/** The primary sets, then what the taxonomy accepts beside them, less what belongs to other forms of the defect. */
function citationSets(found: DraftDefect, type: DefectType): string[][] {
  const primary = (found.citations ?? [type.citations.join(' + ')]).map((set) => set.split(' + '));
  const own = new Set(primary.flat());
  const otherForms = new Set(
    [
      ...type.variants.flatMap(({ citations }) => citations),
      ...type.citations,
      ...(unfit[found.code] ?? []),
    ].filter((id) => !own.has(id)),
  );
  const alone = found.code.startsWith('lokalplan_')
    ? primary.flat().filter((id) => id.startsWith('lokalplan:'))
    : [];
  const further = [...alone, ...type.alternatives.filter((id) => !own.has(id) && !otherForms.has(id))];
  return [...primary, ...further.map((id) => [id])];
}

/** Where the topics are spoken of, and the fields of the form that hold the values. */
function placesOf(
  { code, topics, types, fields }: DraftDefect,
  { mentions, case: made }: Composed,
): Evidence[] {
  const places = new Map<string, Evidence>();
  for (const { topic, type, documentId, page } of mentions) {
    if (topics.includes(topic) && (types === undefined || types.includes(type)))
      places.set(`${documentId} ${page}`, { documentId, page });
  }
  return [
    ...places.values(),
    ...fields
      .filter((field) => field in made.fields || (!code.startsWith('modstrid_') && fieldIsMissed(field)))
      .map((field) => ({ field })),
  ];
}

/** An empty field is where a missing value is missed. */
function fieldIsMissed(field: string): boolean {
  return [
    'anvendelse_ny',
    'anvendelse_eks',
    'varmekilde',
    'brandklasse',
    'konstruktionsklasse',
    'regnvand',
    'brandraadgiver',
    'statiker',
    'byggeskadeforsikring',
    'erklaering_tekniske_kapitler',
    'grundflade_m2',
    'afstand_nabo_m',
    'certifikat',
  ].includes(field);
}
