import { foldLooks, numbers, rx } from './fuzzy.ts';
import {
  type Application,
  isOutbuilding,
  leastTo,
  saidDistance,
  saidHeight,
  workOf,
} from './read-application.ts';
import { readHeights, readOpenSides, readPlotSize, readsOpenToTheNorth } from './read-sheets.ts';
import { ratioOf } from './relation-rules.ts';
import type { Rule } from './rule.ts';

const hair = 0.004;

function regulates({ shown }: Application, topic: RegExp): boolean {
  return shown.localRules.some((rule) => topic.test(rule.topic));
}

function ratioLimit(application: Application): number {
  const type = application.text('primaer_type') || application.text('bygningstype');
  if (type === 'etagebolig') return 60;
  if (/raekkehus|dobbelthus/u.test(type)) return 40;
  if (/enfamiliehus/u.test(type)) return 30;
  return type === 'sommerhus' ? 15 : 45;
}

function ratioOver(application: Application): boolean {
  const value = ratioOf(application);
  return (
    !regulates(application, /bebyggelsesprocent/u) &&
    value !== undefined &&
    value > ratioLimit(application) + hair
  );
}

/** The greatest height that any document gives the new buildings. */
function greatestHeight(application: Application, outbuildings = true): number {
  const sheets = [...application.sheet('section'), ...application.sheet('facade')].filter(
    ({ building }) => outbuildings || !isOutbuilding(building),
  );
  return Math.max(
    0,
    application.number('max_hoejde_m') ?? saidHeight(application) ?? 0,
    ...sheets.map((sheet) => readHeights(sheet).ridge ?? 0),
  );
}

function storeysOf(application: Application): number {
  return Math.max(
    application.number('etager') ?? 0,
    ...application.sheet('section').flatMap(({ text }) => numbers(text, 'Etager #')),
  );
}

function tooHigh(application: Application): boolean {
  const high = !regulates(application, /^(?:bygnings)?højde/u) && greatestHeight(application) > 8.5 + hair;
  return high || (!regulates(application, /etager/u) && storeysOf(application) > 2);
}

const detached = (application: Application) =>
  /enfamiliehus|dobbelthus/u.test(application.text('primaer_type') || application.text('bygningstype'));

/** Eaves and ridge of each new building against 1.4 times their distances, as plan, section and facades give them. */
function overPlane(application: Application): boolean {
  if (!detached(application)) return false;
  const plot = readPlotSize(
    application.sheet('site')[0]?.text ?? '',
    application.number('grundareal_m2') ?? 0,
  );
  return workOf(application)
    .filter(({ isNew }) => isNew)
    .some(({ name, place, outbuilding }) => {
      if (place === undefined) return false;
      if (outbuilding && place.sides.some(({ metres }) => metres < 2.5)) return false;
      const sheets = [...application.sheet('section'), ...application.sheet('facade')].filter(
        ({ building }) => building === name,
      );
      const heights = sheets.map(readHeights);
      const ridge = Math.max(0, ...heights.map((each) => each.ridge ?? 0));
      const eaves = Math.max(0, ...heights.map((each) => each.eaves ?? 0));
      const saddle = heights.some((each) => each.saddle);
      const by = (side: string) => place.sides.find((each) => each.side === side)?.metres ?? 0;
      const sizes =
        plot === undefined
          ? []
          : [plot, [plot[1], plot[0]] as const]
              .map(([w, d]) => ({ width: w - by('vest') - by('øst'), depth: d - by('nord') - by('syd') }))
              .filter(({ width, depth }) => width > 1 && depth > 1);
      const chains = application
        .sheet('section')
        .filter(({ building }) => foldLooks(building) === foldLooks(name))
        .flatMap(({ text }) => numbers(text, '#'));
      const fits = (metres: number) => chains.some((mm) => Math.abs(mm - metres * 1000) < 6);
      const size = sizes.find(({ width, depth }) => fits(width) || fits(depth));
      return place.sides
        .filter(({ beyond }) => beyond !== 'vej')
        .some(({ side, metres }) => {
          if (!saddle) return ridge > 1.4 * metres + 0.01;
          if (size === undefined) return eaves > 1.4 * metres + 0.01;
          const alongX = fits(size.depth);
          const span = alongX ? size.depth : size.width;
          const parallel = alongX === (side === 'nord' || side === 'syd');
          return parallel
            ? eaves > 1.4 * metres + 0.01 || ridge > 1.4 * (metres + span / 2) + 0.01
            : ridge > 1.4 * metres + 0.01;
        });
    });
}

function houseTooNear(application: Application): boolean {
  if (!detached(application)) return false;
  const main = workOf(application)
    .filter(({ outbuilding, isNew }) => !outbuilding && isNew)
    .flatMap(({ place }) => place?.sides ?? []);
  const least =
    main.length > 0
      ? Math.min(...main.map(({ metres }) => metres))
      : Math.min(...(['nabo', 'sti', 'vej'] as const).map((beyond) => leastTo(application, beyond) ?? 99));
  return least < 2.5 - hair;
}

function holidayTooHigh(application: Application): boolean {
  const eaves = [...application.sheet('section'), ...application.sheet('facade')]
    .filter(({ building }) => !isOutbuilding(building))
    .map((sheet) => readHeights(sheet).eaves ?? 0);
  return (
    greatestHeight(application, false) > 5 + hair ||
    storeysOf(application) > 1 ||
    Math.max(application.number('ydervaeg_langside_min_m') ?? 0, ...eaves) > 3 + hair
  );
}

function holidayTooNear(application: Application): boolean {
  const neighbour = Math.min(leastTo(application, 'nabo') ?? 99, leastTo(application, 'sti') ?? 99);
  return neighbour < 5 - hair || (leastTo(application, 'vej') ?? 99) < 2.5 - hair;
}

interface Shed {
  name: string;
  isNew: boolean;
  near: { side: string; metres: number; length: number }[];
  nearRoad: boolean;
  height: number;
  open: string[];
}

/** Outbuildings within so many metres of a neighbour or path, with the length of their sides there. */
function shedsWithin(application: Application, metres: number): Shed[] {
  const plot = readPlotSize(
    application.sheet('site')[0]?.text ?? '',
    application.number('grundareal_m2') ?? 0,
  );
  return application.buildings
    .filter(({ name, state }) => isOutbuilding(name) && state !== 'nedrives')
    .map(({ name, state, m2 }) => {
      const place = application.distances.find((each) => foldLooks(each.name) === foldLooks(name));
      const by = (side: string) => place?.sides.find((each) => each.side === side)?.metres ?? 0;
      const sizes =
        plot === undefined
          ? []
          : [plot, [plot[1], plot[0]] as const].map(([w, d]) => ({
              width: w - by('vest') - by('øst'),
              depth: d - by('nord') - by('syd'),
            }));
      const size = sizes.find(
        ({ width, depth }) => width > 0 && depth > 0 && Math.abs(width * depth - m2) < 1,
      );
      const sheets = [...application.sheet('section'), ...application.sheet('facade')].filter(
        ({ building }) => building === name,
      );
      return {
        name,
        isNew: state === 'ny',
        near: (place?.sides ?? [])
          .filter((side) => side.beyond !== 'vej' && side.metres < metres - hair)
          .map(({ side, metres: far }) => ({
            side,
            metres: far,
            length: size === undefined ? 0 : side === 'syd' || side === 'nord' ? size.width : size.depth,
          })),
        nearRoad: (place?.sides ?? []).some((side) => side.beyond === 'vej' && side.metres < 2.5 - hair),
        height: Math.max(0, ...sheets.map((sheet) => readHeights(sheet).ridge ?? 0)),
        open: openSides(application, name),
      };
    });
}

/** The sides with openings: as the facades list them; where there are none, as far as the plan tells. */
function openSides(application: Application, name: string): string[] {
  const own = ({ building }: { building: string }) => foldLooks(building) === foldLooks(name);
  const facades = application.sheet('facade').filter(own);
  if (facades.length > 0) return facades.flatMap(readOpenSides);
  return application.sheet('planNew').filter(own).some(readsOpenToTheNorth) ? ['nord'] : [];
}

function stripTooLong(application: Application): boolean {
  const sheds = shedsWithin(application, 2.5).filter(({ near }) => near.length > 0);
  return (
    sheds.some(({ isNew }) => isNew) &&
    sheds.reduce((sum, { near }) => sum + Math.max(...near.map(({ length }) => length)), 0) > 12.011
  );
}

function holidayShed(application: Application): boolean {
  const sheds = shedsWithin(application, 5).filter(({ near, isNew }) => near.length > 0 && isNew);
  const length = sheds.reduce((sum, { near }) => sum + Math.max(...near.map((each) => each.length)), 0);
  return (
    length > 12.011 ||
    sheds.some(
      ({ near, height, open }) =>
        near.some(({ metres }) => metres < 2.5 - hair) ||
        height > 2.5 + hair ||
        near.some(({ side }) => open.includes(side)),
    )
  );
}

function raisedTooNear(application: Application): boolean {
  const text = application.sheet('site')[0]?.text ?? '';
  const height = application.number('hoejde_over_terraen_m') ?? numbers(text, '/\\+/# over terræn')[0] ?? 0;
  if (height <= 0.3) return false;
  const holiday = application.shown.caseType === 'sommerhus';
  const raised = application.distances
    .filter(({ name }) => rx('terrasse').test(name))
    .flatMap(({ sides }) => sides);
  const told = (['nabo', 'sti', 'vej'] as const).map((beyond) => ({
    beyond,
    metres: application.number(`afstand_${beyond}_m`) ?? saidDistance(application, beyond) ?? 99,
  }));
  return (raised.length > 0 ? raised : holiday ? [] : told).some(
    ({ beyond, metres }) => metres < (holiday && beyond !== 'vej' ? 5 : 2.5) - hair,
  );
}

function parkingShort(application: Application): boolean {
  const needed = application.said('i alt # pladser');
  const shown =
    application.number('parkeringspladser') ??
    numbers(application.sheet('site')[0]?.text ?? '', '# pladser')[0];
  return needed !== undefined && (shown ?? 0) < needed;
}

function guardrailLow(application: Application): boolean {
  const shown = [
    application.number('vaern_hoejde_m'),
    ...numbers(application.sheet('site')[0]?.text ?? '', 'værn #'),
  ].filter((value) => value !== undefined);
  return shown.some((value) => value < 1 - hair);
}

function rescueTooSmall(application: Application): boolean {
  const width = application.said('fri bredde #');
  const height = application.said('fri højde #');
  const sill = application.said('brystning #');
  if (width === undefined || height === undefined || sill === undefined) return false;
  return width < 0.5 - hair || height < 0.5 - hair || width + height < 1.5 - hair || sill > 1.2 + hair;
}

function roofTooNear(application: Application): boolean {
  const near = workOf(application)
    .filter(({ outbuilding, isNew }) => isNew && !outbuilding)
    .flatMap(({ place }) => place?.sides ?? []);
  const midline = numbers(application.sheet('site')[0]?.text ?? '', 'vejmidte # fra skel')[0] ?? 3;
  const path = numbers(application.sheet('site')[0]?.text ?? '', 'stimidte # fra skel')[0] ?? 1.5;
  const all = near.map(
    ({ beyond, metres }) => metres + (beyond === 'vej' ? midline : beyond === 'sti' ? path : 0),
  );
  const told = [application.number('afstand_nabo_m') ?? saidDistance(application, 'nabo') ?? 99];
  const least = Math.min(...(all.length > 0 ? all : told));
  if (all.length > 0 && least < 2.5 - hair && detached(application) && !application.says('EI 60'))
    return true;
  return application.text('tagdaekning') === 'straa' && least < 10 - hair;
}

function beforeRoadLine(application: Application): boolean {
  const line = application.list('linjer').find((each) => /^vejbyggelinje/u.test(each));
  if (
    line === undefined ||
    application.list('dispensationer_givet').some((each) => /vejmyndighed/iu.test(each))
  )
    return false;
  const metres = numbers(line, '# m fra vejmidte')[0]!;
  const midline = numbers(application.sheet('site')[0]?.text ?? '', 'vejmidte # fra skel')[0];
  const road = workOf(application)
    .filter(({ isNew }) => isNew)
    .flatMap(({ place }) => place?.sides ?? [])
    .filter(({ beyond }) => beyond === 'vej')
    .map((side) => side.metres);
  const least = road.length > 0 ? Math.min(...road) : leastTo(application, 'vej');
  return least !== undefined && midline !== undefined && least + midline < metres - hair;
}

export const numberRules: Record<string, [types: readonly string[] | null, rule: Rule]> = {
  bebyggelsesprocent_overskredet: [
    [
      'enfamiliehus_ny',
      'tilbygning',
      'sommerhus',
      'sekundaer_over_50',
      'raekkehus_dobbelthus',
      'etagebolig',
      'erhverv_lager',
    ],
    ratioOver,
  ],
  hoejde_etager_over_byggeret: [
    [
      'enfamiliehus_ny',
      'tilbygning',
      'etagebolig',
      'erhverv_lager',
      'raekkehus_dobbelthus',
      'sekundaer_over_50',
    ],
    tooHigh,
  ],
  skraat_hoejdegraenseplan: [
    ['enfamiliehus_ny', 'tilbygning', 'sekundaer_over_50', 'raekkehus_dobbelthus'],
    overPlane,
  ],
  afstand_skel_vej_bolig: [['enfamiliehus_ny', 'tilbygning', 'raekkehus_dobbelthus'], houseTooNear],
  sommerhus_hoejde_etager: [['sommerhus'], holidayTooHigh],
  sommerhus_afstand: [['sommerhus'], holidayTooNear],
  sekundaer_hoejde_skelbraemme: [
    ['sekundaer_over_50', 'enfamiliehus_ny', 'raekkehus_dobbelthus'],
    (a) =>
      shedsWithin(a, 2.5).some(
        ({ isNew, near, nearRoad, height }) => isNew && (near.length > 0 || nearRoad) && height > 2.5 + hair,
      ),
  ],
  sekundaer_laengde_skel: [['sekundaer_over_50', 'enfamiliehus_ny', 'raekkehus_dobbelthus'], stripTooLong],
  sekundaer_aabning_skel: [
    ['sekundaer_over_50', 'enfamiliehus_ny', 'raekkehus_dobbelthus'],
    (a) =>
      shedsWithin(a, 2.5).some(
        ({ isNew, near, open }) => isNew && near.some(({ side }) => open.includes(side)),
      ),
  ],
  sommerhus_sekundaer_skelbraemme: [['sommerhus'], holidayShed],
  haevet_opholdsareal_afstand: [['tagterrasse', 'sommerhus', 'enfamiliehus_ny', 'tilbygning'], raisedTooNear],
  parkering_friareal_utilstraekkelig: [
    ['etagebolig', 'erhverv_lager', 'raekkehus_dobbelthus', 'aendret_anvendelse'],
    parkingShort,
  ],
  vaern_for_lavt: [['altan', 'tagterrasse'], guardrailLow],
  redningsaabning_utilstraekkelig: [['etagebolig', 'aendret_anvendelse', 'ombygning'], rescueTooSmall],
  brandafstand_tagdaekning: [
    ['enfamiliehus_ny', 'tilbygning', 'sommerhus', 'sekundaer_over_50'],
    roofTooNear,
  ],
  vejbyggelinje: [
    ['enfamiliehus_ny', 'tilbygning', 'sekundaer_over_50', 'erhverv_lager', 'etagebolig'],
    beforeRoadLine,
  ],
};
