import type { Check, Draft } from '../check.ts';
import { inFields, onPage } from '../finding-evidence.ts';
import { formatDanish } from '../format-danish.ts';
import { isRegulatedLocally } from '../local-plan-topic.ts';
import type { Facts } from '../reading/facts.ts';
import { numberPattern, readMetres } from '../reading/read-number.ts';
import type { PageText } from '../reading/read-pages.ts';

/** BR18 §§ 180-183: outbuildings near the boundary. */
export const checkOutbuildings: Check = (facts) => {
  const strip = readStrip(facts);
  if (strip === undefined || isRegulatedLocally(facts, 'distance')) return [];
  return facts.mainType === 'holidayHome' ? checkAtHolidayHome(facts, strip) : checkAtHouse(facts, strip);
};

interface Strip {
  neighbourM: number;
  roadM: number;
  heightM: number | undefined;
  lengthM: number | undefined;
  lengthPage: PageText | undefined;
  openingPage: PageText | undefined;
}

/** What stands near the boundary; undefined where no outbuilding does. */
function readStrip(facts: Facts): Strip | undefined {
  const { fields } = facts;
  const isOutbuilding = facts.buildingType === 'outbuilding';
  if (!isOutbuilding && (fields.number('sekundaert_areal_m2') ?? 0) <= 0) return undefined;
  const read = (to: string): number[] =>
    facts.distances
      .filter(
        (item) =>
          item.to === to && (item.about === 'secondary' || (isOutbuilding && item.about !== 'existing')),
      )
      .map((item) => item.value);
  const stated = isOutbuilding
    ? [fields.number('afstand_nabo_m'), fields.number('afstand_sti_m')].filter((value) => value !== undefined)
    : [];
  const neighbourM = Math.min(...(stated.length > 0 ? stated : [...read('neighbour'), ...read('path')]));
  const roadM = Math.min(
    ...(isOutbuilding && fields.number('afstand_vej_m') !== undefined
      ? [fields.number('afstand_vej_m') ?? 0]
      : read('road')),
  );
  const atBoundary = facts.heights
    .filter((height) => height.of === 'atBoundary')
    .map((height) => height.value);
  const own = facts.heights
    .filter((height) => height.about === 'secondary' && height.of === 'building')
    .map((height) => height.value);
  const length = readBoundaryLength(facts);
  const openingPage = facts.pages.find((page) => page.segments.some((segment) => isOpening(segment, page)));
  return {
    neighbourM,
    roadM,
    heightM:
      atBoundary.length > 0
        ? Math.max(...atBoundary)
        : isOutbuilding
          ? (fields.number('max_hoejde_m') ?? own[0])
          : own[0],
    lengthM: length?.value ?? (isOutbuilding ? fields.number('laengde_m') : undefined),
    lengthPage: length?.page,
    openingPage,
  };
}

function isOpening(segment: string, page: PageText): boolean {
  if (
    /ingen|ikke|uden|lukke|blind|abninger: 0/.test(segment) ||
    !/vindue|\bdor\b|\bdore\b|yderdor|glasparti|skydedor|port\b/.test(segment)
  )
    return false;
  return (
    /(mod|i|ved) (nabo)?skel|skelside|mod nabo|skelfacade/.test(segment) &&
    !/afstand|fri afstand/.test(segment) &&
    page.documentType !== 'brev'
  );
}

const alongBoundary = new RegExp(
  String.raw`(?:laengde\w*|side\w*)[^\d\n]{0,25}(?:mod|langs|i) (?:nabo)?skel\w*[^\d\n]{0,25}(${numberPattern})(?: ?(mm|m)\b)?|(${numberPattern}) ?(m|mm)\b (?:lang )?(?:langs|mod) (?:med )?(?:nabo)?skel`,
  'g',
);

/** The sum of the sides along the boundary where the papers give it, else the longest that they give. */
function readBoundaryLength(facts: Facts): { value: number; page: PageText } | undefined {
  const found = facts.pages.flatMap((page) =>
    page.segments
      .filter((segment) => !/§|hojst|maks|tillad/.test(segment))
      .flatMap((segment) =>
        [...segment.matchAll(alongBoundary)].map((match) => ({
          value: readMetres(match[1] ?? match[3] ?? '', match[2] ?? match[4]) ?? 0,
          page,
          total: /samlet|samlede|i alt|tilsammen/.test(segment),
          building: segment.match(/carport|garage|udhus|skur|drivhus|redskab\w*/)?.[0],
        })),
      ),
  );
  const total = found.find((item) => item.total);
  if (total !== undefined) return total;
  const perBuilding = new Map<string, (typeof found)[number]>();
  for (const item of found) {
    const key = item.building ?? '';
    if ((perBuilding.get(key)?.value ?? 0) < item.value) perBuilding.set(key, item);
  }
  const longest = [...perBuilding.values()].sort((a, b) => b.value - a.value)[0];
  return longest === undefined
    ? undefined
    : { value: [...perBuilding.values()].reduce((sum, item) => sum + item.value, 0), page: longest.page };
}

function checkAtHouse(facts: Facts, strip: Strip): Draft[] {
  const drafts: Draft[] = [];
  const judgement = 'forholdet kræver en helhedsvurdering.';
  const fields = inFields(
    facts,
    ...(facts.buildingType === 'outbuilding' ? ['afstand_nabo_m', 'max_hoejde_m'] : []),
  );
  if (
    Math.min(strip.neighbourM, strip.roadM) < 2.5 &&
    (strip.heightM ?? 0) > 2.5 + 1e-9 &&
    !isRegulatedLocally(facts, 'height')
  ) {
    drafts.push({
      code: 'sekundaer_hoejde_skelbraemme',
      text: `Den sekundære bygning er ${formatDanish(strip.heightM ?? 0)} m høj nærmere skel end 2,5 m, hvor højst 2,5 m er inden for byggeretten; ${judgement}`,
      evidence: [...fields, ...heightPages(facts, strip.heightM)],
    });
  }
  if (strip.neighbourM < 2.5 && (strip.lengthM ?? 0) > 12 + 1e-9) {
    drafts.push({
      code: 'sekundaer_laengde_skel',
      text: `Sekundære bygninger vender ${formatDanish(strip.lengthM ?? 0)} m mod naboskel, hvor højst 12,0 m er inden for byggeretten; ${judgement}`,
      evidence: [
        ...inFields(facts, 'laengde_m'),
        ...(strip.lengthPage === undefined ? [] : [onPage(strip.lengthPage)]),
      ],
    });
  }
  if (strip.neighbourM < 2.5 && strip.openingPage !== undefined) {
    drafts.push({
      code: 'sekundaer_aabning_skel',
      text: `Den sekundære bygning har vindue eller dør mod naboskel; ${judgement}`,
      evidence: [onPage(strip.openingPage)],
    });
  }
  return drafts;
}

function heightPages(facts: Facts, height: number | undefined) {
  const pages = facts.heights.filter((item) => item.value === height).map((item) => item.page);
  return [...new Set(pages)].slice(0, 2).map(onPage);
}

function checkAtHolidayHome(facts: Facts, strip: Strip): Draft[] {
  if (!(strip.neighbourM < 5)) return [];
  const broken: [string, string][] = [];
  if (strip.neighbourM < 2.5)
    broken.push([`ligger ${formatDanish(strip.neighbourM)} m fra skel (mindst 2,5 m)`, 'br18/182/2']);
  else {
    if ((strip.heightM ?? 0) > 2.5 + 1e-9)
      broken.push([`er ${formatDanish(strip.heightM ?? 0)} m høj mod skel (højst 2,5 m)`, 'br18/183//1']);
    if ((strip.lengthM ?? 0) > 12 + 1e-9)
      broken.push([`er ${formatDanish(strip.lengthM ?? 0)} m lang mod skel (højst 12,0 m)`, 'br18/183//2']);
    if (strip.openingPage !== undefined) broken.push(['har åbninger mod skel', 'br18/183//3']);
  }
  if (broken.length === 0) return [];
  return [
    {
      code: 'sommerhus_sekundaer_skelbraemme',
      text: `Den sekundære bygning ${broken.map(([what]) => what).join(' og ')}; forholdet kræver en helhedsvurdering.`,
      citations: broken.map(([, citation]) => citation),
      evidence: [
        ...inFields(facts, 'afstand_nabo_m', 'max_hoejde_m'),
        ...facts.distances.filter((item) => item.value === strip.neighbourM).map((item) => onPage(item.page)),
      ],
    },
  ];
}
