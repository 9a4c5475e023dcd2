import type { Check, Draft } from '../check.ts';
import { inFields, onPage } from '../finding-evidence.ts';
import { formatDanish } from '../format-danish.ts';
import { isRegulatedLocally } from '../local-plan-topic.ts';
import { greatestHeight, leastDistances } from '../scope.ts';

/** BR18 § 178. */
export const checkHolidayHome: Check = (facts) => {
  if (facts.mainType !== 'holidayHome' || facts.buildingType === 'outbuilding') return [];
  const { fields } = facts;
  const drafts: Draft[] = [];
  const judgement = 'forholdet kræver en helhedsvurdering.';
  const storeys = fields.number('etager') ?? 1;
  const height = fields.number('tag_hoejde_m') ?? greatestHeight(facts);
  const wall = fields.number('ydervaeg_langside_min_m');
  const broken: [string, string, string][] = [];
  if (!isRegulatedLocally(facts, 'storeys') && (storeys > 1 || (fields.number('tagetage_m2') ?? 0) > 4.5))
    broken.push(['har mere end én etage', 'br18/178//1', 'etager']);
  if (!isRegulatedLocally(facts, 'height')) {
    if (height !== undefined && height > 5 + 1e-9)
      broken.push([
        `er ${formatDanish(height)} m højt (højst 5,0 m)`,
        'br18/178//2',
        fields.number('tag_hoejde_m') === undefined ? 'max_hoejde_m' : 'tag_hoejde_m',
      ]);
    if (wall !== undefined && wall > 3 + 1e-9 && !isRegulatedLocally(facts, 'wallHeight'))
      broken.push([
        `har ydervæg på ${formatDanish(wall)} m langs begge langsider (højst 3,0 m)`,
        'br18/178//3',
        'ydervaeg_langside_min_m',
      ]);
  }
  if (broken.length > 0) {
    const pages = facts.heights
      .filter((item) => item.value === height || item.value === wall)
      .map((item) => item.page);
    drafts.push({
      code: 'sommerhus_hoejde_etager',
      text: `Sommerhuset ${broken.map(([what]) => what).join(' og ')}; ${judgement}`,
      citations: broken.map(([, citation]) => citation),
      evidence: [
        ...inFields(facts, ...broken.map(([, , field]) => field)),
        ...[...new Set(pages)].slice(0, 2).map(onPage),
      ],
    });
  }
  const { neighbour, road } = leastDistances(facts);
  const belongsToOutbuilding = (value: number): boolean =>
    facts.distances.some((item) => item.about === 'secondary' && item.value === value);
  const near = neighbour !== undefined && neighbour < 5 && !belongsToOutbuilding(neighbour);
  const nearRoad = road !== undefined && road < 2.5 && !isRegulatedLocally(facts, 'buildingLine');
  if ((near || nearRoad) && !isRegulatedLocally(facts, 'distance')) {
    drafts.push({
      code: 'sommerhus_afstand',
      text: `Sommerhuset ligger ${formatDanish((near ? neighbour : road) ?? 0)} m fra ${near ? 'naboskel eller sti (mindst 5,0 m)' : 'vej (mindst 2,5 m)'}; ${judgement}`,
      citations: [near ? 'br18/178//4' : 'br18/178//5'],
      evidence: [
        ...inFields(facts, near ? 'afstand_nabo_m' : 'afstand_vej_m'),
        ...facts.distances
          .filter((item) => item.value === (near ? neighbour : road))
          .slice(0, 2)
          .map((item) => onPage(item.page)),
      ],
    });
  }
  return drafts;
};
