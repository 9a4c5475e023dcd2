import type { Check } from '../check.ts';
import { inFields, onPage } from '../finding-evidence.ts';
import { formatDanish } from '../format-danish.ts';
import { isRegulatedLocally } from '../local-plan-topic.ts';

const houses = new Set(['detached', 'twoFamily', 'semiDetached', 'terraced', 'holidayHome']);

/** BR18 § 179: terraces over 0.3 m, balconies, roof terraces and the like; no figure holds for blocks. */
export const checkRaisedAreas: Check = (facts) => {
  const { fields } = facts;
  if (!houses.has(facts.mainType) || isRegulatedLocally(facts, 'distance')) return [];
  const holiday = facts.mainType === 'holidayHome';
  const isWork = ['altan', 'tagterrasse'].includes(facts.caseShown.caseType);
  const raised = facts.distances.filter(
    (item) => item.about === 'raised' && isRaised(item.segment, fields.number('hoejde_over_terraen_m')),
  );
  const stated = isWork && (fields.number('hoejde_over_terraen_m') ?? 1) > 0.3;
  const least = (names: string[], to: string[]): number =>
    Math.min(
      ...(stated ? names.flatMap((name) => fields.number(name) ?? []) : []),
      ...raised.filter((item) => to.includes(item.to)).map((item) => item.value),
    );
  const neighbour = least(['afstand_nabo_m', 'afstand_sti_m'], ['neighbour', 'path']);
  const road = least(['afstand_vej_m'], ['road']);
  const near = neighbour < (holiday ? 5 : 2.5);
  if (!near && road >= 2.5) return [];
  const citation = holiday ? (near ? 'br18/179//2' : 'br18/179//3') : 'br18/179//1';
  return [
    {
      code: 'haevet_opholdsareal_afstand',
      text: `Det hævede opholdsareal ligger ${formatDanish(near ? neighbour : road)} m fra ${near ? 'skel' : 'vej'}; forholdet kræver en helhedsvurdering.`,
      citations: [citation],
      evidence: [
        ...(stated
          ? inFields(facts, near ? 'afstand_nabo_m' : 'afstand_vej_m', 'hoejde_over_terraen_m')
          : []),
        ...raised.slice(0, 2).map((item) => onPage(item.page)),
      ],
    },
  ];
};

function isRaised(segment: string, heightM: number | undefined): boolean {
  if (/altan|tagterrasse|udestue|trappe|bassin|pool/.test(segment)) return true;
  const stated = segment.match(/(\d[.,]\d+) m (?:haevet |hoj )?over terraen/)?.[1];
  const value = stated === undefined ? heightM : Number(stated.replace(',', '.'));
  return value !== undefined ? value > 0.3 : /haevet/.test(segment);
}
