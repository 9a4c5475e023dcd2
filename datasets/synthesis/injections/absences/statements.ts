import { pick } from '../../draw.ts';
import { dropDoc } from '../../scenarios/common.ts';
import { builtTypes, type Injection } from '../injection.ts';
import { oneDefect } from '../one-defect.ts';

/** What the applicant must state or declare is not there. */
export const statementAbsences: Injection[] = [
  oneDefect({
    id: 'use-missing',
    code: 'mangler_benyttelse',
    where: 'absence',
    caseTypes: ['aendret_anvendelse', 'landzone_byggeri'],
    trigger: 'The previous use of changed premises, or the planned use of a new hall, is not stated',
    change(draft) {
      const change = draft.caseType === 'aendret_anvendelse';
      // Elsewhere names of buildings and of the work would tell the use.
      if (change ? draft.known.anvendelse_eks !== 'Kontor' : draft.known.byggearbejde !== 'Ny hal')
        return false;
      if (!change && draft.localRules.some(({ topic }) => topic === 'anvendelse')) return false;
      const field = change ? 'anvendelse_eks' : 'anvendelse_ny';
      draft.known[field] = undefined;
      return {
        topics: ['use'],
        types: ['ansoegning', 'beskrivelse'],
        fields: [field],
        note: `${change ? 'Hidtidig' : 'Planlagt'} benyttelse nævnes ingen steder.`,
      };
    },
  }),
  oneDefect({
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
    change(draft, random) {
      const field =
        draft.caseType === 'tilbygning' && random.below(2) === 0 ? 'bbr_bygningsnr' : 'varmekilde';
      draft.known[field] = undefined;
      return {
        topics: [field === 'varmekilde' ? 'heating' : 'identity'],
        types: ['ansoegning'],
        fields: [field],
        note: `${field === 'varmekilde' ? 'Opvarmning' : 'BBR-bygningsnummer'} er ikke oplyst.`,
      };
    },
  }),
  oneDefect({
    id: 'chapter-missing',
    code: 'mangler_erklaering_tekniske_forhold',
    where: 'number',
    caseTypes: [...builtTypes],
    trigger: 'The declaration leaves out one of chapters 4, 5, 7 and 15',
    change(draft, random) {
      const chapters = draft.known.erklaering_tekniske_kapitler;
      if (chapters === undefined) return false;
      const left = pick(random, ['4', '5', '7', '15']);
      draft.known.erklaering_tekniske_kapitler = chapters.filter((chapter) => chapter !== left);
      return {
        topics: ['declaration'],
        fields: ['erklaering_tekniske_kapitler'],
        note: `Kapitel ${left} er ikke erklæret.`,
      };
    },
  }),
  oneDefect({
    id: 'declaration-missing',
    code: 'mangler_erklaering_tekniske_forhold',
    where: 'absence',
    caseTypes: [...builtTypes, 'ombygning', 'aendret_anvendelse', 'altan', 'tagterrasse'],
    trigger: 'There is no declaration of technical chapters',
    defect: {
      topics: ['identity'],
      types: ['ansoegning'],
      fields: ['erklaering_tekniske_kapitler'],
      note: 'Ingen erklæring om tekniske forhold.',
    },
    change(draft) {
      if (draft.known.erklaering_tekniske_kapitler === undefined) return false;
      draft.known.erklaering_tekniske_kapitler = undefined;
      dropDoc(draft, 'erklaering_tekniske');
      return true;
    },
  }),
  oneDefect({
    id: 'insurance-missing',
    code: 'mangler_byggeskadeforsikring',
    where: 'absence',
    caseTypes: ['enfamiliehus_ny', 'etagebolig', 'raekkehus_dobbelthus', 'aendret_anvendelse'],
    trigger: 'New year-round dwellings without an offer of insurance or an exemption',
    defect: {
      topics: ['use'],
      types: ['ansoegning'],
      fields: ['byggeskadeforsikring', 'antal_boliger'],
      note: 'Ny helårsbolig; hverken tilbud eller undtagelse.',
    },
    change(draft) {
      if (!dropDoc(draft, 'byggeskadeforsikring_tilbud') && !dropDoc(draft, 'selvbyg_erklaering'))
        return false;
      draft.known.byggeskadeforsikring = undefined;
      return true;
    },
  }),
  oneDefect({
    id: 'demolition-height-missing',
    code: 'mangler_nedrivningsoplysninger',
    where: 'absence',
    caseTypes: ['nedrivning'],
    trigger: 'The building’s height is stated nowhere',
    defect: {
      topics: ['demolition', 'height'],
      fields: ['grundflade_m2'],
      note: 'Bygningens omtrentlige højde er ikke oplyst.',
    },
    change(draft) {
      draft.say.max_hoejde_m = undefined;
      return true;
    },
  }),
  oneDefect({
    id: 'demolition-unsigned',
    code: 'mangler_nedrivningsoplysninger',
    where: 'absence',
    caseTypes: ['nedrivning'],
    trigger: 'The owner has not signed digitally',
    defect: {
      topics: ['parties'],
      types: ['ansoegning'],
      fields: ['ejer_signatur'],
      note: 'Nedrivning uden ejerens digitale underskrift.',
    },
    change(draft) {
      if (draft.known.ansoeger_rolle === 'ejer') return false;
      draft.known.ejer_signatur = false;
      draft.docs.push({ type: 'fuldmagt' });
      draft.known.fuldmagtFra = draft.known.ejere;
      draft.known.fuldmagtTil = draft.known.ansoeger;
      draft.known.fuldmagtArbejde = draft.known.byggearbejde;
      return true;
    },
  }),
];
