import { drawFacades } from '../../drawings/facades.ts';
import { drawFloorPlan } from '../../drawings/floor-plan.ts';
import { drawSection } from '../../drawings/section.ts';
import { drawSituationPlan } from '../../drawings/situation-plan.ts';
import type { Building, World } from '../../world.ts';
import type { DocumentKind, Family, Fault } from '../document-kind.ts';
import { type Measures, ridgeOf } from '../place.ts';
import { propertyFields } from '../property-fields.ts';
import type { Scenario } from '../scenario.ts';
import { sheetOf } from '../sheet-of.ts';

const placeTypes = ['enfamiliehus_ny', 'tilbygning', 'sommerhus', 'erhverv_lager'] as const;

const unmeasured: Fault = {
  id: 'unmeasured',
  code: 'tegning_uden_maal_eller_maalestok',
  noteDa: 'Tegningen har hverken målestoksforhold eller udvendige hovedmål.',
};
const otherProperty: Fault = {
  id: 'other-property',
  code: 'modstrid_ejendomsidentifikation',
  fields: ['matrikelnr'],
  noteDa: 'Tegningshovedet bærer et andet matrikelnummer end det, ansøgeren har oplyst.',
};
const noLevels: Fault = {
  id: 'no-levels',
  code: 'mangler_terraenkoter',
  slanting: true,
  fields: ['terraenfald_m'],
  noteDa: 'Grunden falder, og tegningen viser ingen koter.',
};
const otherHeight: Fault = {
  id: 'other-height',
  code: 'modstrid_hoejde',
  fields: ['max_hoejde_m'],
  noteDa: 'Højden på tegningen afviger fra den oplyste.',
};

function newOne({ buildings }: World): Building {
  return buildings.find(({ state }) => state === 'new')!;
}

function fall(scenario: Scenario, { slanting }: Family): Record<string, number> {
  const { terrainM } = scenario.measures;
  return slanting
    ? { terraenfald_m: Math.round((Math.max(...terrainM) - Math.min(...terrainM)) * 10) / 10 }
    : {};
}

/** As stated: exact, or rounded to a decimal where that is within what counts as the same (0.05 m). */
function stated(scenario: Scenario, name: string, valueM: number): number {
  const rounded = Math.round(valueM * 10) / 10;
  const near = Math.abs(rounded - valueM) < 0.045;
  return near && scenario.choice.of(`stated ${name}`, [true, false])
    ? rounded
    : Math.round(valueM * 100) / 100;
}

function raised({ choice, measures }: Scenario): Partial<Measures> {
  return { eavesM: measures.eavesM + choice.number('higher', 0.2, 0.35, 0.05) };
}

export const situationPlan: DocumentKind = {
  type: 'situationsplan',
  caseTypes: placeTypes,
  titles: ['Situationsplan', 'Beliggenhedsplan', 'Situationsplan til ansøgning'],
  missing: 'mangler_situationsplan',
  instead: 'plantegning_ny',
  faults: [
    {
      id: 'other-distance',
      code: 'modstrid_afstand_skel',
      fields: ['afstand_nabo_m'],
      noteDa: 'Den mindste afstand til naboskel er en anden på planen end den oplyste.',
    },
    {
      id: 'no-distances',
      code: 'mangler_afstande_til_skel',
      noteDa: 'Ingen afstande til skel er målsat.',
    },
    noLevels,
    otherProperty,
    {
      ...unmeasured,
      id: 'no-scale-no-north',
      noteDa: 'Planen har hverken målestoksforhold, skalabjælke eller nordpil.',
    },
  ],
  fields: (scenario, family) => ({
    ...propertyFields(scenario),
    grundareal_m2: Math.round(scenario.world.plot.widthM * scenario.world.plot.depthM),
    // Where the plan is to lack its distances, they must not be known from elsewhere.
    ...(family.fault === 'no-distances' ? {} : statedDistance(scenario)),
    ...fall(scenario, family),
  }),
  make(scenario, fault) {
    const world = fault === 'other-distance' ? scenario.changed(closer(scenario)) : scenario.world;
    const leaveOut = {
      'no-distances': ['boundaryDistances'],
      'no-levels': ['levels'],
      'no-scale-no-north': ['scale', 'northArrow'],
    } as const;
    const omitted = fault === undefined ? [] : (leaveOut[fault as keyof typeof leaveOut] ?? []);
    return {
      drawing: drawSituationPlan(
        world,
        sheetOf(scenario, { leaveOut: omitted, otherProperty: fault === 'other-property' }),
      ),
    };
  },
};

/** Of what is built to a neighbour on either side; an extension has its house to the west. */
function neighbours({ caseType, measures, world }: Scenario): ('eastM' | 'westM')[] {
  const west = world.plot.beyond.west === 'neighbour' && caseType !== 'tilbygning';
  return west && measures.westM < measures.eastM ? ['westM', 'eastM'] : west ? ['eastM', 'westM'] : ['eastM'];
}

function statedDistance(scenario: Scenario): Record<string, number> {
  return { afstand_nabo_m: stated(scenario, 'distance', scenario.measures[neighbours(scenario)[0]!]) };
}

/** The whole building nearer to the neighbour that is nearest. */
function closer(scenario: Scenario): Partial<Measures> {
  const by = scenario.choice.number('closer', 0.3, 0.6, 0.1);
  const near = neighbours(scenario)[0]!;
  const far = near === 'eastM' ? 'westM' : 'eastM';
  const round = (value: number) => Math.round(value * 100) / 100;
  return { [near]: round(scenario.measures[near] - by), [far]: round(scenario.measures[far] + by) };
}

export const floorPlan: DocumentKind = {
  type: 'plantegning_ny',
  caseTypes: placeTypes,
  titles: ['Plantegning', 'Plan, nye forhold', 'Stueplan'],
  missing: 'mangler_plantegning',
  instead: 'snit',
  faults: [
    {
      id: 'other-area',
      code: 'modstrid_areal',
      fields: ['etageareal_primaer_m2', 'tilbygning_m2'],
      noteDa: 'Arealet efter planens mål er et andet end det oplyste.',
    },
    unmeasured,
    otherProperty,
  ],
  fields(scenario) {
    const { widthM, depthM } = scenario.measures;
    const area = Math.round(widthM * depthM * 10) / 10;
    return {
      ...propertyFields(scenario),
      [scenario.caseType === 'tilbygning' ? 'tilbygning_m2' : 'etageareal_primaer_m2']: area,
    };
  },
  make(scenario, fault) {
    const longer = scenario.choice.number('longer', 0.6, 1.2, 0.2);
    const world =
      fault === 'other-area'
        ? scenario.changed({ widthM: Math.round((scenario.measures.widthM + longer) * 100) / 100 })
        : scenario.world;
    const sheet = sheetOf(scenario, {
      leaveOut: fault === 'unmeasured' ? ['scale', 'dimensions'] : [],
      otherProperty: fault === 'other-property',
    });
    return { drawing: drawFloorPlan(world, newOne(world), sheet, 'new') };
  },
};

export const section: DocumentKind = {
  type: 'snit',
  caseTypes: placeTypes,
  titles: ['Snit', 'Tværsnit A-A', 'Snittegning'],
  missing: 'mangler_snittegning',
  instead: 'facade',
  faults: [otherHeight, noLevels, unmeasured, otherProperty],
  fields: (scenario, family) => ({
    ...propertyFields(scenario),
    max_hoejde_m: stated(scenario, 'height', ridgeOf(scenario.measures)),
    ...fall(scenario, family),
  }),
  make(scenario, fault) {
    const world = fault === 'other-height' ? scenario.changed(raised(scenario)) : scenario.world;
    const leaveOut = { 'no-levels': ['levels'], unmeasured: ['scale', 'dimensions'] } as const;
    const omitted = fault === undefined ? [] : (leaveOut[fault as keyof typeof leaveOut] ?? []);
    const sheet = sheetOf(scenario, { leaveOut: omitted, otherProperty: fault === 'other-property' });
    return { drawing: drawSection(world, newOne(world), sheet) };
  },
};

export const facades: DocumentKind = {
  type: 'facade',
  caseTypes: placeTypes,
  titles: ['Facader', 'Facadetegninger', 'Opstalter nord, syd, øst og vest'],
  missing: 'mangler_facadetegning',
  instead: 'situationsplan',
  faults: [
    {
      id: 'side-missing',
      code: 'mangler_facadetegning',
      caseTypes: ['enfamiliehus_ny', 'sommerhus', 'erhverv_lager'],
      noteDa: 'Ikke alle fire facader er vist.',
    },
    otherHeight,
    unmeasured,
    otherProperty,
  ],
  fields: (scenario) => ({
    ...propertyFields(scenario),
    max_hoejde_m: stated(scenario, 'height', ridgeOf(scenario.measures)),
  }),
  make(scenario, fault) {
    const world = fault === 'other-height' ? scenario.changed(raised(scenario)) : scenario.world;
    const sheet = sheetOf(scenario, {
      leaveOut: fault === 'unmeasured' ? ['scale', 'dimensions'] : [],
      otherProperty: fault === 'other-property',
    });
    const sides =
      fault === 'side-missing'
        ? scenario.choice.of('sides', [
            ['south', 'north', 'west'],
            ['south', 'east'],
            ['south', 'east', 'west'],
          ] as const)
        : (['south', 'east', 'north', 'west'] as const);
    return { drawing: drawFacades(world, newOne(world), sheet, sides) };
  },
};
