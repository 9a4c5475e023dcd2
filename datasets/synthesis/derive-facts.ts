import { round } from './draw.ts';
import type { Facts } from './facts.ts';
import { floorArea, groundArea, leastDistance, terrainFall, workBuildings } from './geometry.ts';
import type { Draft } from './project.ts';
import type { World } from './world.ts';

/** All that an application says when it says what is so: known values, and what follows from the world. */
export function deriveFacts({ world, known, caseType, say, adjust, localRules }: Draft): Facts {
  const facts: Facts = {
    ...known,
    ...(caseType === 'nedrivning' ? { grundareal_m2: plotArea(world) } : areasOf(world, known)),
    ...placesOf(world, caseType),
    ...ofCaseType(world, caseType),
    lokalplanTekst: localRules.map(({ paragraph, text }) => `§ ${paragraph} ${text}`),
    ...say,
  };
  return adjust.reduce((told, change) => change(told), facts);
}

function plotArea({ plot }: World): number {
  return Math.round(plot.widthM * plot.depthM);
}

function areasOf(world: World, known: Facts): Facts {
  const standing = world.buildings.filter(({ state }) => state !== 'demolished');
  const main = standing.filter(({ use }) => use !== 'outbuilding');
  const outbuildings = standing.filter(({ use }) => use === 'outbuilding');
  const extension = main.filter(({ use }) => use === 'extension');
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const primary = sum(main.map(floorArea));
  const secondary = sum(outbuildings.map(groundArea));
  const plot = plotArea(world);
  const facts: Facts = {
    grundareal_m2: plot,
    etageareal_primaer_m2: primary,
    sekundaert_areal_m2: secondary,
    sekundaere: outbuildings.map((building) => ({
      navn: building.name,
      m2: groundArea(building),
      ny: building.state === 'new',
    })),
    bebyggelsesprocent_oplyst_pct: round((100 * countedArea(primary, secondary, known)) / plot, 1),
    parkeringspladser: known.pKrav === undefined ? known.parkeringspladser : world.parking.spaces,
  };
  if (extension.length > 0) {
    facts.tilbygning_m2 = sum(extension.map(floorArea));
    facts.eksisterende_m2 = primary - facts.tilbygning_m2;
  }
  const existing = outbuildings.filter(({ state }) => state === 'existing');
  if (existing.length > 0) facts.eksisterende_sekundaer_m2 = sum(existing.map(groundArea));
  return facts;
}

/** @source BR18 § 455, stk. 4: what outbuildings count beyond a deduction for each dwelling, or a quarter of the rest */
export function countedArea(
  primary: number,
  secondary: number,
  { bygningstype, primaer_type, antal_boliger }: Facts,
): number {
  return primary + Math.max(0, secondary - deduction(primary, primaer_type ?? bygningstype, antal_boliger));
}

export function deduction(primary: number, type: string | undefined, dwellings = 1): number {
  const homes = Math.max(1, dwellings);
  if (type === 'enfamiliehus_fritliggende' || type === 'dobbelthus_lodret' || type === 'sommerhus')
    return 50 * homes;
  if (type === 'raekkehus' || type === 'etagebolig') return 20 * homes;
  return primary / 4;
}

function placesOf(world: World, caseType: Draft['caseType']): Facts {
  const work = workBuildings(world);
  // A house is what the distances are asked of; its shed is shown on the drawings.
  const asked = work.some(({ use }) => use !== 'outbuilding')
    ? work.filter(({ use }) => use !== 'outbuilding')
    : work;
  const raised =
    caseType === 'altan' || caseType === 'tagterrasse' ? world.raised.map(({ place }) => place) : [];
  const places = raised.length > 0 ? raised : asked.map(({ footprint }) => footprint);
  return {
    etager: Math.max(...asked.map(({ storeys }) => storeys)),
    max_hoejde_m: Math.max(...asked.map(({ ridgeM }) => ridgeM)),
    hoejder: work.map(({ name, eavesM, ridgeM }) => ({ navn: name, tagfodM: eavesM, kipM: ridgeM })),
    taghaeldning_grader: asked[0]!.roof.pitchDegrees,
    tagudhaeng_m: asked[0]!.roof.overhangM,
    afstand_nabo_m: leastDistance(world, places, 'neighbour'),
    afstand_vej_m: leastDistance(world, places, 'road'),
    afstand_sti_m: leastDistance(world, places, 'path'),
    terraenfald_m: terrainFall(world),
    ydervaeg: asked[0]!.wallMaterial,
    tag: asked[0]!.roof.material,
    bygningsnavn: asked[0]!.name,
  };
}

function ofCaseType(world: World, caseType: Draft['caseType']): Facts {
  const work = workBuildings(world);
  const first = work[0]!;
  switch (caseType) {
    case 'sommerhus':
      return { tag_hoejde_m: first.ridgeM, ydervaeg_langside_min_m: first.eavesM };
    case 'sekundaer_over_50':
      return {
        laengde_m: first.footprint.widthM,
        bredde_m: first.footprint.depthM,
        areal_m2: groundArea(first),
      };
    case 'landzone_byggeri':
      return { areal_m2: groundArea(first) };
    case 'nedrivning':
      return { grundflade_m2: groundArea(first) };
    case 'altan':
    case 'tagterrasse': {
      const raised = world.raised[0];
      return raised === undefined
        ? {}
        : {
            hoejde_over_terraen_m: raised.heightM,
            ...(raised.guardrailM === undefined ? {} : { vaern_hoejde_m: raised.guardrailM }),
            ...(caseType === 'altan'
              ? {}
              : { areal_m2: round(raised.place.widthM * raised.place.depthM, 1) }),
          };
    }
    default:
      return {};
  }
}
