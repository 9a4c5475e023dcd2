import { between, pick, round } from '../draw.ts';
import { dropDoc } from '../scenarios/common.ts';
import { addDays } from '../style.ts';
import { builtTypes, type Injection } from './injection.ts';
import { newMain } from './move.ts';

/** Defects that lie in a word: a material, a use, a class, an entry of a register. */
export const wordInjections: Injection[] = [
  {
    id: 'thatch-near',
    code: 'brandafstand_tagdaekning',
    where: 'word',
    caseTypes: ['enfamiliehus_ny', 'sommerhus'],
    trigger:
      'An untreated thatched roof nearer than 10 m to a neighbour’s boundary or the middle of the road',
    apply(draft) {
      const house = newMain(draft);
      if (house === undefined || house.roof.form !== 'saddeltag') return false;
      house.roof.material = 'stråtag';
      draft.known.tagdaekning = 'straa';
      return true;
    },
  },
  {
    id: 'fire-class-too-low',
    code: 'forkert_brandklasse',
    where: 'word',
    caseTypes: ['etagebolig', 'erhverv_lager'],
    trigger: 'Fire class 1 for flats in two storeys or a section of more than 600 m²',
    apply(draft) {
      const area = draft.known.etageareal_brandafsnit_m2;
      if (draft.caseType === 'erhverv_lager' && (area ?? 0) <= 620) return false;
      draft.known.brandklasse = 'BK1';
      draft.known.risikoklasse = 'RK1';
      draft.known.brandraadgiver = undefined;
      dropDoc(draft, 'starterklaering_brand');
      draft.defects.push({
        code: 'forkert_brandklasse',
        topics: ['fire', 'areas'],
        types: ['ansoegning', 'brandredegoerelse', 'beskrivelse'],
        fields: ['brandklasse', 'risikoklasse', 'etager'],
        note:
          draft.caseType === 'etagebolig'
            ? 'Etageboliger i to etager er ikke risikoklasse 1.'
            : `Bygningsafsnit på ${area} m², over 600 m².`,
      });
      return true;
    },
  },
  {
    id: 'structure-class-too-low',
    code: 'forkert_konstruktionsklasse',
    where: 'word',
    caseTypes: ['etagebolig', 'altan', 'ombygning'],
    trigger: 'Structural class 1 for a block of flats in consequence class 2',
    apply(draft) {
      draft.known.konstruktionsklasse = 'KK1';
      draft.known.statiker = undefined;
      dropDoc(draft, 'starterklaering_statik');
      draft.defects.push({
        code: 'forkert_konstruktionsklasse',
        topics: ['structure'],
        types: ['ansoegning', 'kk_redegoerelse', 'beskrivelse'],
        fields: ['konstruktionsklasse', 'konsekvensklasse', 'bygningstype'],
        note: 'KK1 for CC2 i etageejendom; ikke omfattet af undtagelserne.',
      });
      return true;
    },
  },
  {
    id: 'smoke-vents-missing',
    code: 'brandventilation_sprinkler_lager',
    where: 'word',
    caseTypes: ['erhverv_lager'],
    trigger: 'One room of more than 1,000 m² without smoke ventilation or sprinklers',
    apply(draft) {
      if ((draft.known.rum_max_m2 ?? 0) <= 1050) return false;
      draft.known.brandventilation = false;
      draft.defects.push({
        code: 'brandventilation_sprinkler_lager',
        citations: ['br18/122/1'],
        topics: ['fire'],
        types: ['brandredegoerelse', 'beskrivelse'],
        fields: ['brandventilation', 'rum_max_m2'],
        note: `Rum på ${draft.known.rum_max_m2} m² uden brandventilation eller sprinkler.`,
      });
      return true;
    },
  },
  {
    id: 'steps-at-door',
    code: 'niveaufri_adgang_mangler',
    where: 'word',
    caseTypes: ['enfamiliehus_ny', 'etagebolig', 'raekkehus_dobbelthus', 'erhverv_lager'],
    trigger: 'Steps at every outer door, and no ramp',
    apply(draft, random) {
      const house = newMain(draft);
      if (house === undefined) return false;
      const steps = between(random, 2, 4, 1);
      draft.known.niveaufri = false;
      draft.known.trin = steps;
      house.floorLevelM = round(house.floorLevelM - 0.15 + steps * 0.15, 2);
      draft.defects.push({
        code: 'niveaufri_adgang_mangler',
        citations: [draft.caseType === 'enfamiliehus_ny' ? 'br18/51/3' : 'br18/51/2/1'],
        topics: ['access'],
        fields: [],
        note: `${steps} trin ved alle yderdøre, ingen rampe.`,
      });
      return true;
    },
  },
  {
    id: 'lift-missing',
    code: 'elevator_mangler',
    where: 'word',
    caseTypes: ['etagebolig'],
    trigger: 'Three storeys or more, and no lift',
    apply(draft) {
      if (!draft.world.buildings.some(({ state, storeys }) => state === 'new' && storeys >= 3)) return false;
      draft.known.elevator = false;
      draft.defects.push(
        {
          code: 'elevator_mangler',
          topics: ['guardrail'],
          types: ['beskrivelse'],
          fields: ['elevator', 'etager'],
          note: 'Tre etager eller flere, kun trappe.',
        },
        {
          code: 'dispensation_ikke_ansoegt',
          role: 'contested',
          citations: ['br18/13/1'],
          topics: ['dispensation'],
          types: ['ansoegning'],
          fields: ['soegte_dispensationer'],
          note: 'Følger af den manglende elevator; kapitel 10 efterprøves ikke ved ansøgningen.',
        },
      );
      return true;
    },
  },
  {
    id: 'floor-below-terrain',
    code: 'gulv_under_terraen',
    where: 'word',
    caseTypes: ['aendret_anvendelse'],
    trigger: 'A habitable room’s floor lies below the terrain along all walls',
    apply(draft, random) {
      if (draft.known.gulvUnderTerraen !== false || (draft.known.antal_boliger ?? 0) === 0) return false;
      const terrain = draft.world.terrainM[0];
      draft.known.gulvUnderTerraen = true;
      draft.known.terraenkote_m = terrain;
      draft.known.gulvkote_m = round(terrain - between(random, 0.5, 1.3, 0.05), 2);
      draft.defects.push({
        code: 'gulv_under_terraen',
        topics: ['guardrail'],
        types: ['beskrivelse'],
        fields: ['gulvkote_m', 'terraenkote_m'],
        note: `Gulv ${draft.known.gulvkote_m}, terræn ${terrain}.`,
      });
      return true;
    },
  },
  {
    id: 'fossil-heating',
    code: 'opvarmning_fossil_nybyggeri',
    where: 'word',
    caseTypes: ['enfamiliehus_ny', 'erhverv_lager', 'raekkehus_dobbelthus', 'etagebolig'],
    trigger: 'Oil, or natural gas outside a gas area, in a new building',
    apply(draft, random) {
      draft.known.varmekilde = pick(random, ['olie', 'naturgas']);
      if (draft.known.varmekilde === 'naturgas') draft.known.gasnet_omraade = false;
      draft.defects.push({
        code: 'opvarmning_fossil_nybyggeri',
        topics: ['heating'],
        fields: ['varmekilde', 'gasnet_omraade'],
        note: `Ny bygning med ${draft.known.varmekilde}.`,
      });
      return true;
    },
  },
  {
    id: 'nature-line',
    code: 'naturbeskyttelseslinje',
    where: 'word',
    caseTypes: ['enfamiliehus_ny', 'tilbygning', 'sommerhus', 'sekundaer_over_50', 'landzone_byggeri'],
    trigger:
      'The register names a protection line (beach, lake or stream, wood, ancient monument) without a dispensation',
    apply(draft, random) {
      const [line, citation] = pick(random, [
        ['strand', 'naturbeskyttelsesloven/15'],
        ['soe_aa', 'naturbeskyttelsesloven/16'],
        ['skov', 'naturbeskyttelsesloven/17'],
        ['fortidsminde', 'naturbeskyttelsesloven/18'],
      ] as const);
      if ((draft.known.linjer ?? []).length > 0) return false;
      draft.known.linjer = [line];
      draft.defects.push({
        code: 'naturbeskyttelseslinje',
        citations: [citation],
        topics: ['register', 'dispensation'],
        fields: ['linjer', 'dispensationer_givet'],
        note: `Linje: ${line}; ingen dispensation.`,
      });
      return true;
    },
  },
  {
    id: 'listed',
    code: 'fredet_bevaringsvaerdig',
    where: 'word',
    caseTypes: ['nedrivning', 'ombygning'],
    trigger:
      'A listed building is altered, or one designated worth preserving torn down, without the procedure',
    apply(draft, random) {
      const down = draft.caseType === 'nedrivning';
      const listed = !down || random.below(2) === 0;
      if (listed) draft.known.fredet = true;
      else draft.known.bevaringsvaerdig_udpeget = true;
      const citation = down
        ? listed
          ? 'bygningsfredningsloven/11/1'
          : 'bygningsfredningsloven/18'
        : 'bygningsfredningsloven/10/1';
      draft.defects.push({
        code: 'fredet_bevaringsvaerdig',
        citations: [citation],
        topics: ['register', 'dispensation'],
        fields: listed ? ['fredet'] : ['bevaringsvaerdig_udpeget'],
        note: listed
          ? 'Fredet; ingen tilladelse fra Slots- og Kulturstyrelsen.'
          : 'Udpeget som bevaringsværdig; ingen offentliggørelse efter § 18.',
      });
      return true;
    },
  },
  {
    id: 'contaminated',
    code: 'jordforurening_kortlagt',
    where: 'word',
    caseTypes: ['enfamiliehus_ny', 'etagebolig', 'raekkehus_dobbelthus', 'aendret_anvendelse'],
    trigger: 'Dwellings on ground mapped V1 or V2, without permission under § 8',
    apply(draft, random) {
      if ((draft.known.antal_boliger ?? 0) === 0) return false;
      draft.known.forureningskortlaegning = pick(random, ['V1', 'V2']);
      draft.defects.push({
        code: 'jordforurening_kortlagt',
        topics: ['register', 'use'],
        types: ['ansoegning'],
        fields: ['forureningskortlaegning', 'anvendelse_ny'],
        note: `${draft.known.forureningskortlaegning}; boliger uden § 8-tilladelse.`,
      });
      return true;
    },
  },
  {
    id: 'begun',
    code: 'paabegyndt_uden_tilladelse',
    where: 'word',
    caseTypes: [...builtTypes, 'ombygning', 'altan', 'tagterrasse'],
    trigger: 'A letter (or the form) says that work has begun',
    apply(draft, random) {
      if (random.below(2) === 0) draft.known.arbejdet_paabegyndt = true;
      else {
        draft.docs.push({ type: 'brev' });
        draft.known.kontakt = pick(random, [
          'Håndværkerne gik i gang i mandags, og det første er allerede udført.',
          'Vi er begyndt på arbejdet, så det haster med en afgørelse.',
          'Arbejdet er sat i gang og delvist udført.',
        ]);
      }
      draft.defects.push({
        code: 'paabegyndt_uden_tilladelse',
        topics: ['started'],
        ...(draft.known.arbejdet_paabegyndt === true ? {} : { types: ['brev', 'ansoegning'] }),
        fields: ['arbejdet_paabegyndt'],
        note: 'Arbejdet er påbegyndt før tilladelse.',
      });
      return true;
    },
  },
  {
    id: 'tent-without-permit',
    code: 'midlertidig_konstruktion_frist',
    where: 'word',
    caseTypes: ['midlertidig_konstruktion'],
    trigger: 'A tent for more than six weeks as a mere notice: no permit is applied for',
    apply(draft) {
      if (!(draft.known.byggearbejde ?? '').includes('byggetilladelse')) return false;
      draft.known.byggearbejde = 'Midlertidigt telt, meddelelse om opstilling';
      draft.defects.push({
        code: 'midlertidig_konstruktion_frist',
        citations: ['br18/6d'],
        topics: ['temporary', 'use'],
        types: ['ansoegning', 'beskrivelse'],
        fields: ['opstilling_fra', 'opstilling_til', 'byggearbejde'],
        note: 'Over 6 uger på samme sted, kun meddelelse.',
      });
      return true;
    },
  },
  {
    id: 'tent-late-notice',
    code: 'midlertidig_konstruktion_frist',
    where: 'number',
    caseTypes: ['midlertidig_konstruktion'],
    trigger: 'More than 150 persons, and notice less than four weeks before',
    apply(draft, random) {
      const weeks = Math.round(
        (Date.parse(draft.known.opstilling_til!) - Date.parse(draft.known.opstilling_fra!)) / 604_800_000,
      );
      draft.known.personantal = between(random, 180, 400, 20);
      draft.known.opstilling_fra = addDays(draft.date, between(random, 6, 20, 1));
      draft.known.opstilling_til = addDays(draft.known.opstilling_fra, weeks * 7);
      draft.defects.push({
        code: 'midlertidig_konstruktion_frist',
        citations: ['br18/6e'],
        topics: ['temporary'],
        types: ['ansoegning', 'beskrivelse'],
        fields: ['personantal', 'opstilling_fra'],
        note: `${draft.known.personantal} personer, meddelt under 4 uger før.`,
      });
      return true;
    },
  },
];
