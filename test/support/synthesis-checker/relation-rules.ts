import { foldLooks, numbers, rx } from './fuzzy.ts';
import {
  type Application,
  isOutbuilding,
  leastTo,
  saidDistance,
  saidHeight,
  workOf,
} from './read-application.ts';
import { readHeights } from './read-sheets.ts';
import { built, isOneOf, type Rule } from './rule.ts';

/** Built areas on the site plan, floor plans and in the form, building by building. */
function areasDiffer(application: Application): boolean {
  const differ = (a: number, b: number) => Math.abs(a - b) > 1.5 && Math.abs(a - b) / Math.max(a, b) > 0.01;
  const plans = [...application.sheet('planNew'), ...application.sheet('planOld')];
  for (const { building, text } of plans) {
    const shown = application.buildings.find(({ name }) => foldLooks(name) === foldLooks(building));
    const drawn = numbers(text, 'Bebygget areal #')[0];
    if (shown !== undefined && drawn !== undefined && differ(shown.m2, drawn)) return true;
    if (
      shown === undefined &&
      drawn !== undefined &&
      !isOneOf(application, ['tilbygning', 'landzone_byggeri'])
    ) {
      const whole = application.number('etageareal_primaer_m2');
      const storeys =
        application.number('etager') ??
        numbers(application.sheet('section')[0]?.text ?? '', 'Etager #')[0] ??
        1;
      if (
        whole !== undefined &&
        !isOutbuilding(building) &&
        plans.length === 1 &&
        differ(drawn * storeys, whole)
      )
        return true;
    }
  }
  if (application.sheet('site').length === 0) return false;
  const sheds = application.buildings.filter(
    ({ name, state }) => isOutbuilding(name) && state !== 'nedrives',
  );
  const sum = sheds.reduce((total, { m2 }) => total + m2, 0);
  const said = application.number('sekundaert_areal_m2');
  return sheds.length > 0 && said !== undefined && differ(sum, said);
}

/** The main building's height on section and facades, in the form and in the description. */
function heightsDiffer(application: Application): boolean {
  const work = workOf(application);
  const main = work.find(({ outbuilding }) => !outbuilding)?.name ?? work[0]?.name;
  const shown = [...application.sheet('section'), ...application.sheet('facade')]
    .filter(
      ({ building }) =>
        (main === undefined && !isOutbuilding(building)) || foldLooks(building) === foldLooks(main ?? ''),
    )
    .map((sheet) => readHeights(sheet).ridge);
  const all = [...shown, application.number('max_hoejde_m'), saidHeight(application)].filter(
    (value) => value !== undefined,
  );
  return all.length > 1 && Math.max(...all) - Math.min(...all) > 0.06;
}

/** Of a roof terrace or balcony that is applied for the distance is asked, not of its house. */
function leastDrawn(application: Application, beyond: 'nabo' | 'vej' | 'sti'): number | undefined {
  if (!isOneOf(application, ['tagterrasse', 'altan'])) return leastTo(application, beyond);
  const metres = application.distances
    .filter(({ name }) => rx('terrasse').test(name) || rx('altan').test(name))
    .flatMap(({ sides }) => sides)
    .filter((side) => side.beyond === beyond)
    .map((side) => side.metres);
  return metres.length === 0 ? undefined : Math.min(...metres);
}

function distancesDiffer(application: Application): boolean {
  if (application.sheet('site').length === 0 || application.distances.length === 0) return false;
  return (['nabo', 'vej', 'sti'] as const).some((beyond) => {
    const drawn = leastDrawn(application, beyond);
    const told = [application.number(`afstand_${beyond}_m`), saidDistance(application, beyond)].filter(
      (value) => value !== undefined,
    );
    return drawn !== undefined && told.some((value) => Math.abs(value - drawn) > 0.055);
  });
}

function identitiesDiffer(application: Application): boolean {
  const own = foldLooks(application.text('matrikelnr'));
  const texts = [...application.documents.values(), ...application.sheets.map(({ text }) => text)];
  const found = texts.flatMap((text) =>
    [
      ...text.matchAll(
        rx('/matr\\.nr\\.:?\\s*([\\dOlIZSGBg]+\\s?[\\p{L}\\d]{0,4})/'.replace('/matr\\.nr\\.', 'matr.nr./')),
      ),
    ].map((match) => match[1]!),
  );
  return found.some((each) => foldLooks(each) !== own);
}

function useDiffers(application: Application): boolean {
  const rooms = application
    .sheet('planNew')
    .map(({ text }) => text)
    .join('\n');
  if (isOneOf(application, ['sekundaer_over_50'])) return rx('KØKKEN').test(rooms) || rx('SOVE').test(rooms);
  if (isOneOf(application, ['erhverv_lager']))
    return rx('uden kunder').test(application.text('anvendelse_ny')) && rx('BUTIK').test(rooms);
  return false;
}

/** Main area and what of the outbuildings counts, over the plot, in per cent. */
export function ratioOf(application: Application): number | undefined {
  const main = application.number('etageareal_primaer_m2');
  const plot = application.number('grundareal_m2');
  if (main === undefined || plot === undefined) return undefined;
  const homes = Math.max(1, application.number('antal_boliger') ?? 1);
  const type = application.text('primaer_type') || application.text('bygningstype');
  const free = /enfamiliehus|dobbelthus|sommerhus/u.test(type)
    ? 50 * homes
    : /raekkehus|etagebolig/u.test(type)
      ? 20 * homes
      : 0.25 * main;
  return (100 * (main + Math.max(0, (application.number('sekundaert_areal_m2') ?? 0) - free))) / plot;
}

function ratioIsWrong(application: Application): boolean {
  const told = application.number('bebyggelsesprocent_oplyst_pct');
  const own = ratioOf(application);
  return told !== undefined && own !== undefined && Math.abs(told - own) > 0.26;
}

function fireClassTooLow(application: Application): boolean {
  if (!/1/u.test(application.text('brandklasse'))) return false;
  if (isOneOf(application, ['etagebolig'])) return true;
  return (
    isOneOf(application, ['erhverv_lager']) &&
    (application.number('etageareal_brandafsnit_m2') ?? application.number('etageareal_primaer_m2') ?? 0) >
      600
  );
}

function structureClassTooLow(application: Application): boolean {
  return (
    /1/u.test(application.text('konstruktionsklasse')) &&
    application.text('konsekvensklasse') === 'CC2' &&
    application.text('bygningstype') === 'etagebolig'
  );
}

function tentIsLate(application: Application): boolean {
  const [from, to] = [
    Date.parse(application.text('opstilling_fra')),
    Date.parse(application.text('opstilling_til')),
  ];
  const days = (to - from) / 86_400_000;
  const before = (from - Date.parse(application.shown.applicationDate)) / 86_400_000;
  const permit = /byggetilladelse/u.test(application.text('byggearbejde'));
  return (
    (days > 42 && !permit) ||
    (!permit && application.text('certifikat') === '') ||
    ((application.number('personantal') ?? 0) > 150 && before < 28)
  );
}

export const relationRules: Record<string, [types: readonly string[] | null, rule: Rule]> = {
  modstrid_areal: [[...built, 'ombygning', 'aendret_anvendelse'], areasDiffer],
  modstrid_hoejde: [built, heightsDiffer],
  modstrid_afstand_skel: [[...built, 'altan', 'tagterrasse'], distancesDiffer],
  modstrid_ejendomsidentifikation: [null, identitiesDiffer],
  modstrid_anvendelse: [['sekundaer_over_50', 'erhverv_lager'], useDiffers],
  fejl_bebyggelsesprocent_beregning: [
    [
      'enfamiliehus_ny',
      'tilbygning',
      'sommerhus',
      'sekundaer_over_50',
      'raekkehus_dobbelthus',
      'etagebolig',
      'erhverv_lager',
    ],
    ratioIsWrong,
  ],
  forkert_brandklasse: [['etagebolig', 'erhverv_lager'], fireClassTooLow],
  forkert_konstruktionsklasse: [['etagebolig', 'altan', 'ombygning'], structureClassTooLow],
  midlertidig_konstruktion_frist: [['midlertidig_konstruktion'], tentIsLate],
};
