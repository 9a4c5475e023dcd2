import type { FieldValue } from '../case.ts';
import { builtInTaxonomy } from '../taxonomy/built-in-taxonomy.ts';
import type { Facts } from './facts.ts';
import type { DocPlan, Draft, Topic } from './project.ts';

const fieldNames = new Set(builtInTaxonomy().fields.map(({ name }) => name));

const geometryFields = new Set([
  'afstand_nabo_m',
  'afstand_vej_m',
  'afstand_sti_m',
  'max_hoejde_m',
  'etager',
  'tag_hoejde_m',
  'ydervaeg_langside_min_m',
  'tagudhaeng_m',
  'hoejde_over_terraen_m',
  'taghaeldning_grader',
]);

/** The form's values under the taxonomy's names. */
export function fieldsOf(facts: Facts, draft: Draft, form: DocPlan): Record<string, FieldValue> {
  const silentFields = form.silent === undefined ? new Set<string>() : fieldsSilencedBy(form.silent);
  const entries = Object.entries(facts).filter(
    ([name, value]) =>
      fieldNames.has(name) &&
      value !== undefined &&
      (draft.formAsksGeometry || !geometryFields.has(name)) &&
      !silentFields.has(name),
  );
  return Object.fromEntries(entries) as Record<string, FieldValue>;
}

function fieldsSilencedBy(silent: ReadonlySet<Topic>): Set<string> {
  const by: Partial<Record<Topic, string[]>> = {
    distance: ['afstand_nabo_m', 'afstand_vej_m', 'afstand_sti_m'],
    height: ['max_hoejde_m', 'etager', 'tag_hoejde_m', 'ydervaeg_langside_min_m'],
    ratio: ['bebyggelsesprocent_oplyst_pct'],
    rain: ['regnvand'],
  };
  return new Set([...silent].flatMap((topic) => by[topic] ?? []));
}
