import { pick } from '../draw.ts';
import { terrainFall } from '../geometry.ts';
import type { Draft, Topic } from '../project.ts';
import { dropDoc, findDoc } from '../scenarios/common.ts';
import { builtTypes, type Injection } from './injection.ts';

/** Documents of these kinds stop speaking of topics. */
function silence(draft: Draft, types: readonly string[], topics: readonly Topic[]): void {
  for (const doc of draft.docs)
    if (types.includes(doc.type)) doc.silent = new Set([...(doc.silent ?? []), ...topics]);
}

const drawn = ['situationsplan', 'plantegning_eks', 'plantegning_ny', 'snit', 'facade', 'tegningssaet'];

export const absenceInjections: Injection[] = [
  {
    id: 'authority-missing',
    code: 'mangler_fuldmagt',
    where: 'absence',
    caseTypes: [
      'enfamiliehus_ny',
      'tilbygning',
      'sommerhus',
      'etagebolig',
      'erhverv_lager',
      'raekkehus_dobbelthus',
      'altan',
      'ombygning',
    ],
    trigger: 'The applicant is not the owner, the owner has not signed, and there is no power of attorney',
    apply(draft) {
      if (!dropDoc(draft, 'fuldmagt')) return false;
      draft.defects.push({
        code: 'mangler_fuldmagt',
        topics: ['parties'],
        types: ['ansoegning'],
        fields: ['antal_ejere', 'ejer_signatur'],
        note: 'Ansøger er ikke ejer, ejer har ikke underskrevet, og der er ingen fuldmagt.',
      });
      return true;
    },
  },
  {
    id: 'authority-one-of-two',
    code: 'mangler_fuldmagt',
    where: 'relation',
    caseTypes: [
      'enfamiliehus_ny',
      'tilbygning',
      'sommerhus',
      'etagebolig',
      'erhverv_lager',
      'raekkehus_dobbelthus',
    ],
    trigger: 'Only one of two owners has signed the power of attorney',
    apply(draft) {
      const doc = findDoc(draft, 'fuldmagt');
      if (doc === undefined || draft.known.antal_ejere !== 2) return false;
      doc.say = { ...doc.say, fuldmagtFra: ['Ejer 1'] };
      draft.defects.push({
        code: 'mangler_fuldmagt',
        topics: ['parties'],
        types: ['ansoegning', 'fuldmagt'],
        fields: ['antal_ejere', 'ejer_signatur'],
        note: 'To tinglyste ejere, kun Ejer 1 har underskrevet fuldmagten.',
      });
      return true;
    },
  },
  {
    id: 'site-plan-missing',
    code: 'mangler_situationsplan',
    where: 'absence',
    caseTypes: [...builtTypes, 'nedrivning', 'tagterrasse', 'altan'],
    trigger: 'There is no situation plan',
    apply(draft) {
      if (terrainFall(draft.world) > 0.5 || !dropDoc(draft, 'situationsplan')) return false;
      // Parking, distances and the like are told by form and description.
      if (!draft.formAsksGeometry) draft.formAsksGeometry = true;
      draft.defects.push({
        code: 'mangler_situationsplan',
        topics: ['distance', 'identity'],
        types: ['ansoegning'],
        fields: ['afstand_nabo_m'],
        note: 'Ingen situationsplan blandt bilagene.',
      });
      return true;
    },
  },
  {
    id: 'plan-missing',
    code: 'mangler_plantegning',
    where: 'absence',
    caseTypes: [
      ...builtTypes.filter((type) => type !== 'sekundaer_over_50'),
      'ombygning',
      'aendret_anvendelse',
      'altan',
      'tagterrasse',
    ],
    trigger: 'There is no floor plan, or none of the existing state where it is changed',
    apply(draft, random) {
      const types = ['plantegning_eks', 'plantegning_ny'].filter(
        (type) => findDoc(draft, type) !== undefined,
      );
      const type = pick(random, types);
      dropDoc(draft, type);
      draft.defects.push({
        code: 'mangler_plantegning',
        topics: ['drawing', 'use'],
        types: [...drawn, 'ansoegning'],
        fields: [],
        note: `Ingen plantegning af ${type === 'plantegning_eks' ? 'eksisterende' : 'fremtidige'} forhold.`,
      });
      return true;
    },
  },
  {
    id: 'section-missing',
    code: 'mangler_snittegning',
    where: 'absence',
    caseTypes: ['enfamiliehus_ny', 'sommerhus', 'etagebolig', 'erhverv_lager', 'raekkehus_dobbelthus'],
    trigger: 'There is no section, and the facades carry no heights',
    apply(draft) {
      const facade = findDoc(draft, 'facade');
      if (facade === undefined || terrainFall(draft.world) > 0.5 || !dropDoc(draft, 'snit')) return false;
      facade.flaws = { ...facade.flaws, heights: true };
      draft.defects.push(
        {
          code: 'mangler_snittegning',
          topics: ['height', 'drawing'],
          types: ['facade'],
          fields: [],
          note: 'Intet snit, og facaderne har ingen højdemål.',
        },
        {
          code: 'tegning_uden_maal_eller_maalestok',
          role: 'contested',
          topics: ['drawing'],
          types: ['facade'],
          fields: [],
          note: 'Facaderne har ingen mål; det kan ses som en del af det manglende snit.',
        },
      );
      return true;
    },
  },
  {
    id: 'facades-missing',
    code: 'mangler_facadetegning',
    where: 'absence',
    caseTypes: [
      'enfamiliehus_ny',
      'tilbygning',
      'sommerhus',
      'sekundaer_over_50',
      'etagebolig',
      'erhverv_lager',
      'raekkehus_dobbelthus',
      'altan',
      'tagterrasse',
    ],
    trigger: 'There are no facades',
    apply(draft) {
      if (!dropDoc(draft, 'facade')) return false;
      draft.defects.push({
        code: 'mangler_facadetegning',
        topics: ['drawing'],
        types: drawn,
        fields: [],
        note: 'Ingen facadetegninger.',
      });
      return true;
    },
  },
  {
    id: 'sheet-without-scale',
    code: 'tegning_uden_maal_eller_maalestok',
    where: 'absence',
    caseTypes: [...builtTypes, 'altan', 'tagterrasse', 'ombygning', 'aendret_anvendelse'],
    trigger: 'A drawing has no scale, a plan no outer dimensions, or the situation plan no north arrow',
    apply(draft, random) {
      const [type, flaws, what] = pick(random, [
        ['snit', { scale: true }, 'målestok'],
        ['plantegning_ny', { scale: true }, 'målestok'],
        ['plantegning_ny', { dimensions: true }, 'udvendige mål'],
        ['situationsplan', { north: true }, 'nordpil'],
      ] as const);
      const doc = findDoc(draft, type);
      if (doc === undefined) return false;
      doc.flaws = { ...doc.flaws, ...flaws };
      draft.defects.push({
        code: 'tegning_uden_maal_eller_maalestok',
        topics: ['drawing'],
        types: [type],
        fields: [],
        note: `Tegningen (${type}) har ingen ${what}.`,
      });
      return true;
    },
  },
  {
    id: 'distances-missing',
    code: 'mangler_afstande_til_skel',
    where: 'absence',
    caseTypes: [...builtTypes, 'tagterrasse', 'altan'],
    trigger: 'No distance to a boundary is written anywhere',
    apply(draft) {
      const plan = findDoc(draft, 'situationsplan');
      if (plan === undefined) return false;
      plan.flaws = { ...plan.flaws, distances: true };
      silence(draft, ['ansoegning', 'beskrivelse'], ['distance']);
      draft.defects.push({
        code: 'mangler_afstande_til_skel',
        topics: ['distance', 'drawing'],
        types: ['situationsplan', 'ansoegning'],
        fields: ['afstand_nabo_m'],
        note: 'Ingen afstand til skel, vej eller sti er oplyst nogen steder.',
      });
      return true;
    },
  },
  {
    id: 'levels-missing',
    code: 'mangler_terraenkoter',
    where: 'absence',
    caseTypes: [...builtTypes],
    trigger: 'The ground falls by more than 0.5 m, and no level is written anywhere',
    apply(draft) {
      if (terrainFall(draft.world) <= 0.6) return false;
      for (const doc of draft.docs)
        if (['situationsplan', 'snit', 'facade'].includes(doc.type))
          doc.flaws = { ...doc.flaws, levels: true };
      draft.defects.push({
        code: 'mangler_terraenkoter',
        topics: ['terrain', 'drawing'],
        types: ['situationsplan', 'snit', 'facade', 'beskrivelse'],
        fields: ['terraenfald_m'],
        note: `Fald ${terrainFall(draft.world)} m, men ingen koter nogen steder.`,
      });
      return true;
    },
  },
  {
    id: 'use-missing',
    code: 'mangler_benyttelse',
    where: 'absence',
    caseTypes: ['aendret_anvendelse', 'landzone_byggeri'],
    trigger: 'The previous use of changed premises, or the planned use of a new hall, is not stated',
    apply(draft) {
      const change = draft.caseType === 'aendret_anvendelse';
      // Elsewhere names of buildings and of the work would tell the use.
      if (change ? draft.known.anvendelse_eks !== 'Kontor' : draft.known.byggearbejde !== 'Ny hal')
        return false;
      if (!change && draft.localRules.some(({ topic }) => topic === 'anvendelse')) return false;
      const field = change ? 'anvendelse_eks' : 'anvendelse_ny';
      draft.known[field] = undefined;
      draft.defects.push({
        code: 'mangler_benyttelse',
        topics: ['use'],
        types: ['ansoegning', 'beskrivelse'],
        fields: [field],
        note: `${change ? 'Hidtidig' : 'Planlagt'} benyttelse nævnes ingen steder.`,
      });
      return true;
    },
  },
  {
    id: 'register-data-missing',
    code: 'mangler_bbr_oplysninger',
    where: 'absence',
    caseTypes: [
      'enfamiliehus_ny',
      'tilbygning',
      'sommerhus',
      'raekkehus_dobbelthus',
      'etagebolig',
      'erhverv_lager',
    ],
    trigger: 'Heating, or an extension’s building number, is not stated',
    apply(draft, random) {
      const field =
        draft.caseType === 'tilbygning' && random.below(2) === 0 ? 'bbr_bygningsnr' : 'varmekilde';
      draft.known[field] = undefined;
      draft.defects.push({
        code: 'mangler_bbr_oplysninger',
        topics: [field === 'varmekilde' ? 'heating' : 'identity'],
        types: ['ansoegning'],
        fields: [field],
        note: `${field === 'varmekilde' ? 'Opvarmning' : 'BBR-bygningsnummer'} er ikke oplyst.`,
      });
      return true;
    },
  },
  {
    id: 'chapter-missing',
    code: 'mangler_erklaering_tekniske_forhold',
    where: 'number',
    caseTypes: [...builtTypes],
    trigger: 'The declaration leaves out one of chapters 4, 5, 7 and 15',
    apply(draft, random) {
      const chapters = draft.known.erklaering_tekniske_kapitler;
      if (chapters === undefined) return false;
      const left = pick(random, ['4', '5', '7', '15']);
      draft.known.erklaering_tekniske_kapitler = chapters.filter((chapter) => chapter !== left);
      draft.defects.push({
        code: 'mangler_erklaering_tekniske_forhold',
        topics: ['declaration'],
        fields: ['erklaering_tekniske_kapitler'],
        note: `Kapitel ${left} er ikke erklæret.`,
      });
      return true;
    },
  },
  {
    id: 'declaration-missing',
    code: 'mangler_erklaering_tekniske_forhold',
    where: 'absence',
    caseTypes: [...builtTypes, 'ombygning', 'aendret_anvendelse', 'altan', 'tagterrasse'],
    trigger: 'There is no declaration of technical chapters',
    apply(draft) {
      if (draft.known.erklaering_tekniske_kapitler === undefined) return false;
      draft.known.erklaering_tekniske_kapitler = undefined;
      dropDoc(draft, 'erklaering_tekniske');
      draft.defects.push({
        code: 'mangler_erklaering_tekniske_forhold',
        topics: ['identity'],
        types: ['ansoegning'],
        fields: ['erklaering_tekniske_kapitler'],
        note: 'Ingen erklæring om tekniske forhold.',
      });
      return true;
    },
  },
  {
    id: 'insurance-missing',
    code: 'mangler_byggeskadeforsikring',
    where: 'absence',
    caseTypes: ['enfamiliehus_ny', 'etagebolig', 'raekkehus_dobbelthus', 'aendret_anvendelse'],
    trigger: 'New year-round dwellings without an offer of insurance or an exemption',
    apply(draft) {
      if (!dropDoc(draft, 'byggeskadeforsikring_tilbud') && !dropDoc(draft, 'selvbyg_erklaering'))
        return false;
      draft.known.byggeskadeforsikring = undefined;
      draft.defects.push({
        code: 'mangler_byggeskadeforsikring',
        topics: ['use'],
        types: ['ansoegning'],
        fields: ['byggeskadeforsikring', 'antal_boliger'],
        note: 'Ny helårsbolig; hverken tilbud eller undtagelse.',
      });
      return true;
    },
  },
  {
    id: 'demolition-height-missing',
    code: 'mangler_nedrivningsoplysninger',
    where: 'absence',
    caseTypes: ['nedrivning'],
    trigger: 'The building’s height is stated nowhere',
    apply(draft) {
      draft.say.max_hoejde_m = undefined;
      draft.defects.push({
        code: 'mangler_nedrivningsoplysninger',
        topics: ['demolition', 'height'],
        fields: ['grundflade_m2'],
        note: 'Bygningens omtrentlige højde er ikke oplyst.',
      });
      return true;
    },
  },
  {
    id: 'demolition-unsigned',
    code: 'mangler_nedrivningsoplysninger',
    where: 'absence',
    caseTypes: ['nedrivning'],
    trigger: 'The owner has not signed digitally',
    apply(draft) {
      if (draft.known.ansoeger_rolle === 'ejer') return false;
      draft.known.ejer_signatur = false;
      draft.docs.push({ type: 'fuldmagt' });
      draft.known.fuldmagtFra = draft.known.ejere;
      draft.known.fuldmagtTil = draft.known.ansoeger;
      draft.known.fuldmagtArbejde = draft.known.byggearbejde;
      draft.defects.push({
        code: 'mangler_nedrivningsoplysninger',
        topics: ['parties'],
        types: ['ansoegning'],
        fields: ['ejer_signatur'],
        note: 'Nedrivning uden ejerens digitale underskrift.',
      });
      return true;
    },
  },
  {
    id: 'fire-class-missing',
    code: 'mangler_brandklasse_dokumentation',
    where: 'absence',
    caseTypes: [
      'enfamiliehus_ny',
      'tilbygning',
      'sommerhus',
      'raekkehus_dobbelthus',
      'sekundaer_over_50',
      'landzone_byggeri',
    ],
    trigger: 'No fire class, or none with a reason',
    apply(draft, random) {
      const { known } = draft;
      known.brandbegrundelse = false;
      known.risikoklasse = undefined;
      known.anvendelseskategori = undefined;
      if (random.below(2) === 0) known.brandklasse = undefined;
      dropDoc(draft, 'brandredegoerelse');
      draft.defects.push({
        code: 'mangler_brandklasse_dokumentation',
        citations: ['br18/10/2/4'],
        topics: ['fire', 'declaration'],
        types: ['ansoegning'],
        fields: ['brandklasse'],
        note:
          known.brandklasse === undefined ? 'Ingen brandklasse i sagen.' : 'Brandklasse uden begrundelse.',
      });
      return true;
    },
  },
  {
    id: 'structure-class-missing',
    code: 'mangler_konstruktionsklasse_dokumentation',
    where: 'absence',
    caseTypes: ['enfamiliehus_ny', 'tilbygning', 'sommerhus', 'raekkehus_dobbelthus', 'landzone_byggeri'],
    trigger: 'No structural class, or none with a reason',
    apply(draft, random) {
      const { known } = draft;
      known.konstruktionsbegrundelse = false;
      known.konsekvensklasse = undefined;
      if (random.below(2) === 0) known.konstruktionsklasse = undefined;
      dropDoc(draft, 'kk_redegoerelse');
      draft.defects.push({
        code: 'mangler_konstruktionsklasse_dokumentation',
        citations: ['br18/10/2/2'],
        topics: ['structure', 'declaration'],
        types: ['ansoegning'],
        fields: ['konstruktionsklasse'],
        note:
          known.konstruktionsklasse === undefined
            ? 'Ingen konstruktionsklasse i sagen.'
            : 'Konstruktionsklasse uden begrundelse.',
      });
      return true;
    },
  },
  {
    id: 'fire-start-missing',
    code: 'mangler_brandraadgiver_starterklaering',
    where: 'absence',
    caseTypes: ['etagebolig', 'erhverv_lager', 'ombygning', 'aendret_anvendelse', 'altan'],
    trigger: 'Fire class 2, and no start declaration (or no certified consultant at all)',
    apply(draft, random) {
      if (!dropDoc(draft, 'starterklaering_brand')) return false;
      const none = random.below(3) === 0;
      if (none) draft.known.brandraadgiver = undefined;
      draft.defects.push({
        code: 'mangler_brandraadgiver_starterklaering',
        citations: none ? ['br18/22/1', 'br18/23/1/3'] : ['br18/23/1/3'],
        topics: ['fire'],
        types: ['ansoegning', 'brandredegoerelse'],
        fields: ['brandklasse', 'brandraadgiver'],
        note: `${draft.known.brandklasse}: ${none ? 'ingen brandrådgiver og ' : ''}ingen starterklæring.`,
      });
      return true;
    },
  },
  {
    id: 'structure-start-missing',
    code: 'mangler_statiker_starterklaering',
    where: 'absence',
    caseTypes: ['etagebolig', 'erhverv_lager', 'ombygning', 'altan'],
    trigger: 'Structural class 2, and no start declaration (or no certified engineer at all)',
    apply(draft, random) {
      if (!dropDoc(draft, 'starterklaering_statik')) return false;
      const none = random.below(3) === 0;
      if (none) draft.known.statiker = undefined;
      draft.defects.push({
        code: 'mangler_statiker_starterklaering',
        citations: none ? ['br18/18/1', 'br18/19/1/2'] : ['br18/19/1/2'],
        topics: ['structure'],
        types: ['ansoegning', 'kk_redegoerelse'],
        fields: ['konstruktionsklasse', 'statiker'],
        note: `${draft.known.konstruktionsklasse}: ${none ? 'ingen statiker og ' : ''}ingen starterklæring.`,
      });
      return true;
    },
  },
  {
    id: 'response-missing',
    code: 'mangler_indsatsforhold',
    where: 'absence',
    caseTypes: ['enfamiliehus_ny', 'etagebolig', 'erhverv_lager', 'raekkehus_dobbelthus'],
    trigger:
      'Nothing is said of the fire service’s access, nor whether the building is tactically traditional',
    apply(draft) {
      draft.known.indsats = false;
      draft.defects.push({
        code: 'mangler_indsatsforhold',
        topics: ['fire'],
        types: ['brandredegoerelse', 'beskrivelse'],
        fields: [],
        note: 'Intet om indsatsforhold nogen steder.',
      });
      return true;
    },
  },
  {
    id: 'rain-missing',
    code: 'tagvand_nedsivning_uafklaret',
    where: 'absence',
    caseTypes: [...builtTypes],
    trigger: 'New roof, and nothing is said of where its water goes',
    apply(draft) {
      if (draft.known.regnvand !== 'kloak') return false;
      draft.known.regnvand = undefined;
      draft.defects.push({
        code: 'tagvand_nedsivning_uafklaret',
        citations: ['br18/77/2'],
        topics: ['materials'],
        types: ['ansoegning', 'beskrivelse'],
        fields: ['regnvand'],
        note: 'Nyt tagareal; intet om, hvor tagvandet ledes hen.',
      });
      return true;
    },
  },
  {
    id: 'infiltration-without-application',
    code: 'tagvand_nedsivning_uafklaret',
    where: 'absence',
    caseTypes: [...builtTypes],
    trigger: 'Roof water infiltrates the ground, and there is no application for it',
    apply(draft) {
      if (draft.known.nedsivning !== true || !dropDoc(draft, 'nedsivningsansoegning')) return false;
      draft.known.nedsivning = false;
      draft.defects.push({
        code: 'tagvand_nedsivning_uafklaret',
        citations: ['miljoebeskyttelsesloven/19/1'],
        topics: ['rain'],
        fields: ['regnvand'],
        note: 'Nedsivning uden tilladelse eller ansøgning.',
      });
      return true;
    },
  },
  {
    id: 'rural-permit-missing',
    code: 'landzonetilladelse_mangler',
    where: 'absence',
    caseTypes: ['landzone_byggeri'],
    trigger: 'New building in the rural zone without an exemption or a permit',
    apply(draft) {
      if (draft.known.erhvervsmaessigt_noedvendigt !== false) return false;
      draft.known.dispensationer_givet = [];
      draft.defects.push({
        code: 'landzonetilladelse_mangler',
        topics: ['dispensation', 'use'],
        types: ['ansoegning', 'beskrivelse'],
        fields: ['dispensationer_givet', 'erhvervsmaessigt_noedvendigt', 'landbrugspligt'],
        note: 'Landzone, ingen undtagelse og ingen landzonetilladelse.',
      });
      return true;
    },
  },
];
