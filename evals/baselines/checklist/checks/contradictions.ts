import type { Check, Draft } from '../check.ts';
import { inFields, onPage } from '../finding-evidence.ts';
import { formatDanish } from '../format-danish.ts';
import { computePlotRatio } from '../plot-ratio.ts';
import type { Facts } from '../reading/facts.ts';
import type { Measure } from '../reading/measure.ts';
import type { Distance } from '../reading/read-distances.ts';
import { isSameFigure } from '../reading/read-number.ts';
import { checkContradictedUse } from './contradicted-use.ts';
import { checkIdentity } from './identity.ts';

/** The same figure or fact, stated differently in two places. */
export const checkContradictions: Check = (facts) => [
  ...checkAreas(facts),
  ...checkHeights(facts),
  ...checkBoundaryDistances(facts),
  ...checkPlotRatio(facts),
  ...checkIdentity(facts),
  ...checkContradictedUse(facts),
];

const areaFields: Record<string, string> = {
  extension: 'tilbygning_m2',
  loft: 'tagetage_m2',
  basement: 'kaelder_m2',
  outbuildings: 'sekundaert_areal_m2',
};
const newHouses = new Set(['enfamiliehus_ny', 'sommerhus', 'raekkehus_dobbelthus']);

function checkAreas(facts: Facts): Draft[] {
  const isEqual = (a: number, b: number): boolean =>
    Math.abs(a - b) <= 1 || Math.abs(a - b) <= 0.01 * Math.max(a, b) || isSameFigure(a, b);
  const kinds = [...new Set(facts.areas.map((area) => area.kind))].filter(
    (kind) =>
      kind !== 'plot' &&
      (kind !== 'dwelling' ||
        (newHouses.has(facts.caseShown.caseType) && (facts.fields.number('antal_boliger') ?? 1) === 1)),
  );
  for (const kind of kinds) {
    const name = areaFields[kind];
    const areas = facts.areas.filter(
      (area) => area.kind === kind && area.about !== 'existing' && area.value > 2,
    );
    const clash = findClash(name === undefined ? undefined : facts.fields.number(name), areas, isEqual);
    if (clash !== undefined) {
      const evidence = [
        ...(clash.field ? inFields(facts, name ?? '') : []),
        ...clash.measures.map((item) => onPage(item.page)),
      ];
      return [
        {
          code: 'modstrid_areal',
          text: `Samme areal er angivet som ${clash.values.map(formatDanish).join(' og ')} m².`,
          evidence,
        },
      ];
    }
  }
  return [];
}

function checkHeights(facts: Facts): Draft[] {
  const mainIsOutbuilding = facts.buildingType === 'outbuilding';
  const isEqual = (a: number, b: number): boolean => Math.abs(a - b) <= 0.05 + 1e-9 || isSameFigure(a, b);
  const relevant = facts.heights.filter(
    (height) =>
      height.about !== 'existing' &&
      height.about !== 'raised' &&
      (height.about !== 'secondary' || mainIsOutbuilding) &&
      height.page.documentType !== 'brev',
  );
  const stated = facts.fields.number('max_hoejde_m') ?? facts.fields.number('tag_hoejde_m');
  const clash =
    findClash(
      stated,
      relevant.filter((height) => height.of === 'building'),
      isEqual,
    ) ??
    findClash(
      undefined,
      relevant.filter((height) => height.of === 'wall' && /facadehojde/.test(height.segment)),
      isEqual,
    );
  if (clash === undefined) return [];
  return [
    {
      code: 'modstrid_hoejde',
      text: `Bygningens højde er angivet som ${clash.values.map(formatDanish).join(' og ')} m.`,
      evidence: [
        ...clash.measures.map((item) => onPage(item.page)),
        ...(clash.field ? inFields(facts, 'max_hoejde_m', 'tag_hoejde_m') : []),
      ],
    },
  ];
}

function checkBoundaryDistances(facts: Facts): Draft[] {
  const isEqual = (a: number, b: number): boolean => Math.abs(a - b) <= 0.05 + 1e-9 || isSameFigure(a, b);
  for (const [to, name] of [
    ['neighbour', 'afstand_nabo_m'],
    ['road', 'afstand_vej_m'],
    ['path', 'afstand_sti_m'],
  ] as const) {
    const distances = facts.distances.filter(
      (item) =>
        item.to === to &&
        item.about !== 'existing' &&
        item.about !== 'raised' &&
        !['brev', 'lokalplanuddrag'].includes(item.page.documentType),
    );
    const directions = [
      ...new Set(distances.map((item) => item.direction).filter((item) => item !== undefined)),
    ];
    const clashes = [
      findLeastClash(facts, facts.fields.number(name), distances, isEqual),
      ...directions.map((direction) =>
        findClash(
          undefined,
          distances.filter((item) => item.direction === direction),
          isEqual,
        ),
      ),
    ];
    const clash = clashes.find((item) => item !== undefined);
    if (clash !== undefined) {
      return [
        {
          code: 'modstrid_afstand_skel',
          text: `Afstanden til ${to === 'neighbour' ? 'naboskel' : to === 'road' ? 'vej' : 'sti'} er angivet som ${clash.values.map(formatDanish).join(' og ')} m.`,
          evidence: [
            ...(clash.field ? inFields(facts, name) : []),
            ...clash.measures.map((item) => onPage(item.page)),
          ],
        },
      ];
    }
  }
  return [];
}

interface Clash {
  values: number[];
  measures: Measure[];
  field: boolean;
}

/**
 * A page that never states what the form states, or two pages without a figure in common. A page may state several
 * figures of a kind (two buildings, two boundaries), so a figure more is no contradiction.
 */
function findClash(
  stated: number | undefined,
  measures: readonly Measure[],
  isEqual: (a: number, b: number) => boolean,
): Clash | undefined {
  const byPage = Map.groupBy(measures, (item) => item.page);
  const groups = [...byPage.values()];
  if (stated !== undefined) {
    const clashing = groups.find((group) => !group.some((item) => isEqual(item.value, stated)));
    if (clashing === undefined) return undefined;
    const nearest = clashing.reduce((a, b) =>
      Math.abs(b.value - stated) < Math.abs(a.value - stated) ? b : a,
    );
    return isComparable(nearest.value, stated)
      ? { values: [stated, nearest.value], measures: [nearest], field: true }
      : undefined;
  }
  for (const [index, first] of groups.entries()) {
    const second = groups
      .slice(index + 1)
      .find((group) => !group.some((a) => first.some((b) => isEqual(a.value, b.value))));
    const [a, b] = [first[0], second?.[0]];
    if (a !== undefined && b !== undefined && isComparable(a.value, b.value))
      return { values: [a.value, b.value], measures: [a, b], field: false };
  }
  return undefined;
}

/** Figures further apart are figures of different things: the eaves and the ridge, a shed and a house. */
function isComparable(a: number, b: number): boolean {
  return Math.max(a, b) / Math.min(a, b) < 1.7;
}

/** The form states the least distance: a page contradicts it with a lesser one, or as the site plan that lacks it. */
function findLeastClash(
  facts: Facts,
  stated: number | undefined,
  distances: readonly Distance[],
  isEqual: (a: number, b: number) => boolean,
): Clash | undefined {
  if (stated === undefined) return undefined;
  const isOutbuilding = facts.buildingType === 'outbuilding';
  for (const [page, group] of Map.groupBy(distances, (item) => item.page)) {
    const own = group.filter((item) => item.about !== 'secondary' || isOutbuilding);
    const least = own.toSorted((a, b) => a.value - b.value)[0];
    if (least === undefined || group.some((item) => isEqual(item.value, stated))) continue;
    const isSitePlan = facts.drawingsOf('sitePlan').some((drawing) => drawing.page === page);
    const elsewhere = distances.some((item) => item.page !== page && isEqual(item.value, least.value));
    if (least.value < stated || isSitePlan || (least.direction === undefined && !elsewhere)) {
      return { values: [stated, least.value], measures: [least], field: true };
    }
  }
  return undefined;
}

function checkPlotRatio(facts: Facts): Draft[] {
  const computed = computePlotRatio(facts);
  if (computed === undefined) return [];
  const page = facts.pages.find((item) =>
    item.segments.some((segment) => statedRatio(segment) !== undefined),
  );
  const inText = page?.segments.map(statedRatio).find((value) => value !== undefined);
  const stated = facts.fields.number('bebyggelsesprocent_oplyst_pct') ?? inText;
  if (stated === undefined || Math.abs(stated - computed) <= 0.2 + 1e-9) return [];
  return [
    {
      code: 'fejl_bebyggelsesprocent_beregning',
      text: `Den oplyste bebyggelsesprocent ${formatDanish(stated)} svarer ikke til ${formatDanish(computed)}, som sagens egne arealer giver.`,
      evidence: [
        ...inFields(facts, 'bebyggelsesprocent_oplyst_pct'),
        ...(page === undefined ? [] : [onPage(page)]),
      ],
    },
  ];
}

function statedRatio(segment: string): number | undefined {
  if (/lokalplan|hojst|maks|§|tillad|graense|eksist|foer|ma /.test(segment)) return undefined;
  const match = segment.match(/bebyggelsesprocent\w*[^\d\n]{0,40}(\d{1,2}(?:[.,]\d+)?)(?! ?m2)/);
  return match === null ? undefined : Number((match[1] ?? '').replace(',', '.'));
}
