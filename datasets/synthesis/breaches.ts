import { countedArea, deduction } from './derive-facts.ts';
import type { Facts } from './facts.ts';
import { distanceTo, planePoints, sides } from './geometry.ts';
import { planBreaches } from './plan-breaches.ts';
import type { Draft, DraftDefect } from './project.ts';
import type { Building, World } from './world.ts';

/** Numbers from the world are exact to a centimetre; binary fractions are not. */
const hair = 0.001;

/** What is wrong with the world itself, whatever the documents say of it: the defects of the building right and of the plan. */
export function breachesOf(draft: Draft, facts: Facts): DraftDefect[] {
  return [
    ...ratioBreach(draft, facts),
    ...heightBreach(draft, facts),
    ...planeBreach(draft, facts),
    ...houseDistance(draft, facts),
    ...holidayBreaches(draft, facts),
    ...stripBreaches(draft, facts),
    ...raisedBreach(draft, facts),
    ...roofDistance(draft, facts),
    ...planBreaches(draft, facts),
    ...roadLine(draft, facts),
  ];
}

function regulates({ localRules }: Draft, topics: readonly string[]): boolean {
  return localRules.some(({ topic }) => topics.includes(topic));
}

const limits: Record<string, [percent: number, citation: string]> = {
  etagebolig: [60, 'br18/170/2/1'],
  raekkehus: [40, 'br18/170/2/2'],
  dobbelthus_lodret: [40, 'br18/170/2/2'],
  enfamiliehus_fritliggende: [30, 'br18/170/2/3'],
  sommerhus: [15, 'br18/170/2/4'],
};

/** @source BR18 § 170, stk. 2; where a plan regulates the matter it steps back (§ 166) */
function ratioBreach(draft: Draft, facts: Facts): DraftDefect[] {
  const built = [
    'enfamiliehus_ny',
    'tilbygning',
    'sommerhus',
    'sekundaer_over_50',
    'raekkehus_dobbelthus',
    'etagebolig',
    'erhverv_lager',
  ];
  if (!built.includes(draft.caseType) || regulates(draft, ['bebyggelsesprocent'])) return [];
  const { main, secondary, plot } = trueAreas(draft.world);
  const counted = countedArea(main, secondary, facts);
  const [limit, citation] = limits[facts.primaer_type ?? facts.bygningstype ?? ''] ?? [45, 'br18/170/2/5'];
  const value = (100 * counted) / plot;
  if (value <= limit + hair) return [];
  const free = deduction(main, facts.primaer_type ?? facts.bygningstype, facts.antal_boliger);
  return [
    {
      code: 'bebyggelsesprocent_overskredet',
      citations: [citation],
      topics: ['ratio', 'areas'],
      fields: [
        'grundareal_m2',
        'etageareal_primaer_m2',
        'sekundaert_areal_m2',
        'bebyggelsesprocent_oplyst_pct',
      ],
      note: `(${main} + max(0; ${secondary} - ${free})) / ${plot} = ${value.toFixed(1)} % mod ${limit} %.`,
    },
  ];
}

function trueAreas(world: World): { main: number; secondary: number; plot: number } {
  const standing = world.buildings.filter(({ state }) => state !== 'demolished');
  const sum = (buildings: Building[], storeys: boolean) =>
    buildings.reduce(
      (total, { footprint, storeys: count }) =>
        total + Math.round(footprint.widthM * footprint.depthM * (storeys ? count : 1)),
      0,
    );
  return {
    main: sum(
      standing.filter(({ use }) => use !== 'outbuilding'),
      true,
    ),
    secondary: sum(
      standing.filter(({ use }) => use === 'outbuilding'),
      false,
    ),
    plot: Math.round(world.plot.widthM * world.plot.depthM),
  };
}

/** What is built, without what stands there already. */
function built(draft: Draft): Building[] {
  return draft.world.buildings.filter(({ state }) => state === 'new');
}

/** @source BR18 § 176 */
function heightBreach(draft: Draft, facts: Facts): DraftDefect[] {
  const types = [
    'enfamiliehus_ny',
    'tilbygning',
    'etagebolig',
    'erhverv_lager',
    'raekkehus_dobbelthus',
    'sekundaer_over_50',
  ];
  if (!types.includes(draft.caseType) || facts.bygningstype === 'sommerhus') return [];
  const high = !regulates(draft, ['bygningshøjde']) && built(draft).some(({ ridgeM }) => ridgeM > 8.5 + hair);
  const many = !regulates(draft, ['etager']) && built(draft).some(({ storeys }) => storeys > 2);
  if (!high && !many) return [];
  return [
    {
      code: 'hoejde_etager_over_byggeret',
      topics: ['height'],
      fields: many ? ['etager', 'max_hoejde_m'] : ['max_hoejde_m'],
      note: `${Math.max(...built(draft).map(({ ridgeM }) => ridgeM))} m og ${facts.etager} etager mod 8,50 m og 2.`,
    },
  ];
}

/** @source BR18 § 177, nr. 1; an outbuilding that keeps to § 181 is free of it (§ 180, stk. 2) */
function planeBreach(draft: Draft, facts: Facts): DraftDefect[] {
  const { world, caseType } = draft;
  if (!['enfamiliehus_ny', 'tilbygning', 'sekundaer_over_50', 'raekkehus_dobbelthus'].includes(caseType))
    return [];
  const type = facts.primaer_type ?? facts.bygningstype;
  if (type !== 'enfamiliehus_fritliggende' && type !== 'dobbelthus_lodret') return [];
  const points = built(draft)
    .filter((building) => building.use !== 'outbuilding' || !inStrip(world, building, 2.5))
    .flatMap((building) => planePoints(world, building));
  const over = points.filter(({ heightM, distanceM }) => heightM > 1.4 * distanceM + 0.005);
  if (over.length === 0) return [];
  const { heightM, distanceM } = over[0]!;
  return [
    {
      code: 'skraat_hoejdegraenseplan',
      topics: ['height', 'distance'],
      fields: ['afstand_nabo_m', 'max_hoejde_m'],
      note: `${heightM} m høj ${distanceM} m fra skel; 1,4 x ${distanceM} = ${(1.4 * distanceM).toFixed(2)} m.`,
    },
  ];
}

function inStrip(world: World, { footprint }: Building, width: number): boolean {
  return sides.some((side) => distanceTo(world, footprint, side) < width - hair);
}

/** @source BR18 § 177, nr. 2 and 3 */
function houseDistance(draft: Draft, facts: Facts): DraftDefect[] {
  if (!['enfamiliehus_ny', 'tilbygning', 'raekkehus_dobbelthus'].includes(draft.caseType)) return [];
  if (facts.bygningstype !== 'enfamiliehus_fritliggende' && facts.bygningstype !== 'dobbelthus_lodret')
    return [];
  const homes = built(draft).filter(({ use }) => use !== 'outbuilding');
  return distanceBreach(draft, homes, 'afstand_skel_vej_bolig', {
    neighbour: [2.5, 'br18/177//2'],
    road: [2.5, 'br18/177//3'],
  });
}

function distanceBreach(
  { world }: Draft,
  buildings: Building[],
  code: string,
  rule: Record<'neighbour' | 'road', [least: number, citation: string]>,
): DraftDefect[] {
  const near = buildings.flatMap(({ footprint }) =>
    sides.flatMap((side) => {
      const kind = world.plot.beyond[side] === 'road' ? 'road' : 'neighbour';
      const metres = distanceTo(world, footprint, side);
      return metres < rule[kind][0] - hair ? [{ kind, metres } as const] : [];
    }),
  );
  if (near.length === 0) return [];
  const kinds = [...new Set(near.map(({ kind }) => kind))].sort();
  return [
    {
      code,
      citations: kinds.map((kind) => rule[kind][1]),
      topics: ['distance'],
      fields: kinds.flatMap((kind) =>
        kind === 'road' ? ['afstand_vej_m'] : ['afstand_nabo_m', 'afstand_sti_m'],
      ),
      note: near
        .map(
          ({ kind, metres }) =>
            `${metres} m mod ${kind === 'road' ? 'vej' : 'nabo eller sti'}; mindst ${rule[kind][0]} m`,
        )
        .join('; '),
    },
  ];
}

/** @source BR18 §§ 178, 182-183 */
function holidayBreaches(draft: Draft, facts: Facts): DraftDefect[] {
  if (draft.caseType !== 'sommerhus') return [];
  const homes = built(draft).filter(({ use }) => use === 'primary');
  const found = distanceBreach(draft, homes, 'sommerhus_afstand', {
    neighbour: [5, 'br18/178//4'],
    road: [2.5, 'br18/178//5'],
  });
  const citations = [
    ...(homes.some(({ ridgeM }) => ridgeM > 5 + hair) ? ['br18/178//2'] : []),
    ...(homes.some(({ storeys }) => storeys > 1) ? ['br18/178//1'] : []),
    ...(homes.some(({ eavesM }) => eavesM > 3 + hair) ? ['br18/178//3'] : []),
  ];
  if (citations.length > 0) {
    found.push({
      code: 'sommerhus_hoejde_etager',
      citations,
      topics: ['height'],
      fields: ['tag_hoejde_m', 'max_hoejde_m', 'ydervaeg_langside_min_m', 'etager'],
      note: `Tag ${facts.tag_hoejde_m} m, ydervæg ${facts.ydervaeg_langside_min_m} m; højst 5,0 og 3,0 m.`,
    });
  }
  return [...found, ...holidayStrip(draft)];
}

function holidayStrip(draft: Draft): DraftDefect[] {
  const citations = new Set<string>();
  let length = 0;
  for (const building of built(draft).filter(({ use }) => use === 'outbuilding')) {
    const near = neighbourSides(draft.world, building, 5);
    if (near.length === 0) continue;
    if (near.some(({ metres }) => metres < 2.5 - hair)) citations.add('br18/182/2');
    else if (building.ridgeM > 2.5 + hair) citations.add('br18/183//1');
    length += Math.max(...near.map(({ length: long }) => long));
    if (building.openings.some(({ side }) => near.some((each) => each.side === side)))
      citations.add('br18/183//3');
  }
  if (length > 12 + hair) citations.add('br18/183//2');
  if (citations.size === 0) return [];
  return [
    {
      code: 'sommerhus_sekundaer_skelbraemme',
      citations: [...citations],
      topics: ['distance', 'height'],
      fields: [],
      types: ['situationsplan', 'snit', 'facade'],
      note: 'Sekundær bygning ved sommerhus inden for 5,0 m fra skel.',
    },
  ];
}

function neighbourSides(
  world: World,
  { footprint }: Building,
  width: number,
): { side: (typeof sides)[number]; metres: number; length: number }[] {
  return sides
    .filter((side) => world.plot.beyond[side] !== 'road')
    .map((side) => ({
      side,
      metres: distanceTo(world, footprint, side),
      length: side === 'south' || side === 'north' ? footprint.widthM : footprint.depthM,
    }))
    .filter(({ metres }) => metres < width - hair);
}

/** @source BR18 § 181 */
function stripBreaches(draft: Draft, facts: Facts): DraftDefect[] {
  const { world } = draft;
  if (!['sekundaer_over_50', 'enfamiliehus_ny', 'raekkehus_dobbelthus'].includes(draft.caseType)) return [];
  const outbuildings = world.buildings.filter(({ use }) => use === 'outbuilding');
  const fresh = outbuildings.filter(({ state }) => state === 'new');
  const found: DraftDefect[] = [];
  const isNew = fresh.some((building) => neighbourSides(world, building, 2.5).length > 0);
  const high = fresh.filter((building) => inStrip(world, building, 2.5) && building.ridgeM > 2.5 + hair);
  if (high.length > 0) {
    found.push({
      code: 'sekundaer_hoejde_skelbraemme',
      topics: ['height', 'distance'],
      fields: draft.caseType === 'sekundaer_over_50' ? ['max_hoejde_m', 'afstand_nabo_m'] : [],
      note: `${high[0]!.name} er ${high[0]!.ridgeM} m høj i skelbræmmen; højst 2,5 m.`,
    });
  }
  const length = outbuildings.reduce(
    (sum, building) => sum + Math.max(0, ...neighbourSides(world, building, 2.5).map((each) => each.length)),
    0,
  );
  if (isNew && length > 12 + hair) {
    found.push({
      code: 'sekundaer_laengde_skel',
      topics: ['distance', 'areas'],
      fields: draft.caseType === 'sekundaer_over_50' ? ['laengde_m'] : [],
      types: ['situationsplan', 'ansoegning', 'beskrivelse', 'tegningssaet'],
      note: `Sider mod skel i alt ${length.toFixed(2)} m; højst 12,0 m.`,
    });
  }
  const open = fresh.some((building) =>
    neighbourSides(world, building, 2.5).some(({ side }) =>
      building.openings.some((opening) => opening.side === side),
    ),
  );
  if (open)
    found.push({
      code: 'sekundaer_aabning_skel',
      topics: ['drawing'],
      fields: [],
      types: ['facade', 'plantegning_ny', 'tegningssaet'],
      note: `${facts.bygningsnavn}: åbning i den side, der vender mod skel.`,
    });
  return found;
}

/** @source BR18 § 179 */
function raisedBreach({ world, caseType }: Draft, facts: Facts): DraftDefect[] {
  const homes = ['enfamiliehus_fritliggende', 'dobbelthus_lodret', 'raekkehus'];
  const holiday = caseType === 'sommerhus';
  if (!holiday && !homes.includes(facts.bygningstype ?? '')) return [];
  for (const { name, place, heightM } of world.raised) {
    if (heightM <= 0.3 + hair) continue;
    for (const side of sides) {
      const road = world.plot.beyond[side] === 'road';
      const least = holiday && !road ? 5 : 2.5;
      const metres = distanceTo(world, place, side);
      if (metres >= least - hair) continue;
      const citation = holiday ? (road ? 'br18/179//3' : 'br18/179//2') : 'br18/179//1';
      return [
        {
          code: 'haevet_opholdsareal_afstand',
          citations: [citation],
          topics: ['distance', 'guardrail'],
          fields:
            caseType === 'tagterrasse'
              ? ['afstand_nabo_m', 'afstand_vej_m', 'afstand_sti_m', 'hoejde_over_terraen_m']
              : [],
          note: `${name} ligger ${metres} m fra skel; mindst ${least} m.`,
        },
      ];
    }
  }
  return [];
}

/** @source guidance to BR18 §§ 118 and 125: a roof that is not BROOF(t2) */
function roofDistance({ world, caseType }: Draft, facts: Facts): DraftDefect[] {
  if (!['enfamiliehus_ny', 'tilbygning', 'sommerhus', 'sekundaer_over_50'].includes(caseType)) return [];
  if (facts.tagdaekning !== 'straa' && facts.tagdaekning !== 'straa_brandsikret') return [];
  const least = facts.tagdaekning === 'straa' ? 10 : 5;
  const thatched = world.buildings.filter(
    ({ roof, state }) => state === 'new' && roof.material.includes('strå'),
  );
  const distances = thatched.flatMap(({ footprint }) =>
    sides.map((side) => {
      const beyond = world.plot.beyond[side];
      return (
        distanceTo(world, footprint, side) + (beyond === 'neighbour' ? 0 : world.plot.toMidlineM[beyond])
      );
    }),
  );
  const nearest = Math.min(...distances);
  if (nearest >= least - hair) return [];
  return [
    {
      code: 'brandafstand_tagdaekning',
      topics: ['materials', 'distance', 'fire'],
      fields: ['tagdaekning', 'afstand_nabo_m'],
      note: `Stråtag ${nearest} m fra skel eller vejmidte; mindst ${least} m.`,
    },
  ];
}

/** @source vejloven § 40, stk. 2 */
function roadLine({ world, caseType }: Draft, facts: Facts): DraftDefect[] {
  const line = facts.linjer?.find((each) => each.startsWith('vejbyggelinje'));
  if (
    line === undefined ||
    !['enfamiliehus_ny', 'tilbygning', 'sekundaer_over_50', 'erhverv_lager', 'etagebolig'].includes(caseType)
  )
    return [];
  const metres = Number(/([\d,]+) m fra vejmidte/u.exec(line)![1]!.replace(',', '.'));
  const permitted = facts.dispensationer_givet?.some((each) => /vejmyndighed/iu.test(each)) ?? false;
  const nearest = Math.min(
    ...world.buildings
      .filter(({ state }) => state === 'new')
      .flatMap(({ footprint }) =>
        sides
          .filter((side) => world.plot.beyond[side] === 'road')
          .map((side) => distanceTo(world, footprint, side) + world.plot.toMidlineM.road),
      ),
  );
  if (permitted || nearest >= metres - hair) return [];
  return [
    {
      code: 'vejbyggelinje',
      topics: ['register', 'distance'],
      fields: ['linjer', 'afstand_vej_m'],
      note: `${nearest} m fra vejmidte, linjen ligger ${metres} m fra den.`,
    },
  ];
}
