import type { Check, Draft } from '../check.ts';
import { inFields, onPage } from '../finding-evidence.ts';
import { formatDanish } from '../format-danish.ts';
import { isRegulatedLocally } from '../local-plan-topic.ts';
import { computePlotRatio, plotRatioLimit } from '../plot-ratio.ts';
import type { Facts } from '../reading/facts.ts';
import { greatestHeight, leastDistances } from '../scope.ts';

const houses = new Set(['detached', 'twoFamily', 'semiDetached']);

/** Chapter 8 of BR18 for houses and other main buildings. A value at the limit is lawful. */
export const checkBuildingRight: Check = (facts) => [
  ...checkPlotRatio(facts),
  ...checkHeightAndStoreys(facts),
  ...checkSlantedPlane(facts),
  ...checkHouseDistance(facts),
];

function checkPlotRatio(facts: Facts): Draft[] {
  const ratio = computePlotRatio(facts);
  const limit = plotRatioLimit(facts);
  if (ratio === undefined || ratio <= limit.percent + 1e-9 || isRegulatedLocally(facts, 'plotRatio'))
    return [];
  return [
    {
      code: 'bebyggelsesprocent_overskredet',
      text: `Bebyggelsesprocenten er ${formatDanish(ratio)} og overskrider byggerettens ${limit.percent}; forholdet kræver en helhedsvurdering.`,
      citations: [limit.citation],
      evidence: inFields(facts, 'bebyggelsesprocent_oplyst_pct', 'etageareal_primaer_m2', 'grundareal_m2'),
    },
  ];
}

function checkHeightAndStoreys(facts: Facts): Draft[] {
  if (facts.mainType === 'holidayHome' || facts.buildingType === 'farm') return [];
  const storeys = facts.fields.number('etager');
  const height = greatestHeight(facts);
  const tooMany = storeys !== undefined && storeys > 2 && !isRegulatedLocally(facts, 'storeys');
  const tooHigh = height !== undefined && height > 8.5 + 1e-9 && !isRegulatedLocally(facts, 'height');
  if (!tooMany && !tooHigh) return [];
  const what = [
    ...(tooMany ? [`${storeys} etager`] : []),
    ...(tooHigh ? [`${formatDanish(height)} m høj`] : []),
  ].join(' og ');
  return [
    {
      code: 'hoejde_etager_over_byggeret',
      text: `Bygningen er ${what} og overskrider byggerettens 2 etager og 8,50 m; forholdet kræver en helhedsvurdering.`,
      evidence: [
        ...inFields(facts, ...(tooHigh ? ['max_hoejde_m'] : []), ...(tooMany ? ['etager'] : [])),
        ...heightPages(facts, height),
      ],
    },
  ];
}

/** The pages that state this height. */
function heightPages(facts: Facts, height: number | undefined) {
  const pages = facts.heights
    .filter((item) => height !== undefined && Math.abs(item.value - height) < 1e-9)
    .map((item) => item.page);
  return [...new Set(pages)].slice(0, 2).map(onPage);
}

/**
 * Only points that the papers fix: a height stated at a distance, a wall at the boundary, a flat roof, or a ridge that
 * is too high even at half the building's width behind the wall. Greatest height over least distance would be no point.
 */
function checkSlantedPlane(facts: Facts): Draft[] {
  const { fields } = facts;
  const applies = houses.has(facts.mainType) || facts.caseShown.caseType === 'enfamiliehus_ny';
  if (!applies || isRegulatedLocally(facts, 'height')) return [];
  const distance = leastDistances(facts).neighbour;
  if (facts.buildingType === 'outbuilding' && (distance ?? 0) < 2.5) return [];
  const stated = facts.heights.find(
    (item) => item.atDistance !== undefined && item.value > 1.4 * item.atDistance + 0.005,
  );
  const atBoundary = facts.heights.find(
    (item) => item.of === 'atBoundary' && distance !== undefined && item.value > 1.4 * distance + 0.005,
  );
  const height = fields.number('max_hoejde_m');
  const pitch = fields.number('taghaeldning_grader');
  const behind = pitch !== undefined && pitch <= 5 ? 0 : (fields.number('bredde_m') ?? 9) / 2;
  const byForm =
    height !== undefined &&
    distance !== undefined &&
    distance > 0 &&
    height > 1.4 * (distance + behind) + 0.005;
  const said = facts.pages.find((page) =>
    page.segments.some(
      (segment) =>
        /(overskrid|bryder|gennembryd|over)\w* [^.]*hojdegraense|hojdegraense\w*[^.]*(overskrides|brydes|gennembrydes)/.test(
          segment,
        ) && !/ikke|ingen|overholder/.test(segment),
    ),
  );
  const page = stated?.page ?? atBoundary?.page ?? said;
  if (page === undefined && !byForm) return [];
  return [
    {
      code: 'skraat_hoejdegraenseplan',
      text: 'Bygningen er højere end 1,4 gange afstanden til naboskel eller sti; forholdet kræver en helhedsvurdering.',
      evidence: [
        ...(page === undefined ? [] : [onPage(page)]),
        ...inFields(facts, 'max_hoejde_m', 'afstand_nabo_m'),
      ],
    },
  ];
}

function checkHouseDistance(facts: Facts): Draft[] {
  if (!houses.has(facts.buildingType) || isRegulatedLocally(facts, 'distance')) return [];
  const { neighbour, road } = leastDistances(facts);
  const isOutbuildings = facts.distances.some(
    (item) => item.about === 'secondary' && item.value === neighbour,
  );
  const shared = facts.buildingType === 'semiDetached' && neighbour === 0;
  const tooNear = neighbour !== undefined && neighbour < 2.5 && !isOutbuildings && !shared;
  const roadTooNear =
    road !== undefined &&
    road < 2.5 &&
    !isRegulatedLocally(facts, 'buildingLine') &&
    !facts.distances.some((item) => item.about === 'secondary' && item.value === road);
  if (!tooNear && !roadTooNear) return [];
  const where = tooNear
    ? `${formatDanish(neighbour)} m fra naboskel eller sti`
    : `${formatDanish(road ?? 0)} m fra vej`;
  const pages = facts.distances
    .filter((item) => item.value === (tooNear ? neighbour : road))
    .map((item) => item.page);
  return [
    {
      code: 'afstand_skel_vej_bolig',
      text: `Boligen placeres ${where}; byggeretten forudsætter mindst 2,50 m, og forholdet kræver en helhedsvurdering.`,
      citations: [tooNear ? 'br18/177//2' : 'br18/177//3'],
      evidence: [
        ...inFields(facts, tooNear ? 'afstand_nabo_m' : 'afstand_vej_m'),
        ...[...new Set(pages)].slice(0, 2).map(onPage),
      ],
    },
  ];
}
