import { dropDoc } from '../../scenarios/common.ts';
import type { Injection } from '../injection.ts';
import { oneDefect } from '../one-defect.ts';

/** A class of fire or structure, its reason, or who answers for it is not there. */
export const safetyAbsences: Injection[] = [
  oneDefect({
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
    change(draft, random) {
      const { known } = draft;
      known.brandbegrundelse = false;
      known.risikoklasse = undefined;
      known.anvendelseskategori = undefined;
      if (random.below(2) === 0) known.brandklasse = undefined;
      dropDoc(draft, 'brandredegoerelse');
      return {
        citations: ['br18/10/2/4'],
        topics: ['fire', 'declaration'],
        types: ['ansoegning'],
        fields: ['brandklasse'],
        note:
          known.brandklasse === undefined ? 'Ingen brandklasse i sagen.' : 'Brandklasse uden begrundelse.',
      };
    },
  }),
  oneDefect({
    id: 'structure-class-missing',
    code: 'mangler_konstruktionsklasse_dokumentation',
    where: 'absence',
    caseTypes: ['enfamiliehus_ny', 'tilbygning', 'sommerhus', 'raekkehus_dobbelthus', 'landzone_byggeri'],
    trigger: 'No structural class, or none with a reason',
    change(draft, random) {
      const { known } = draft;
      known.konstruktionsbegrundelse = false;
      known.konsekvensklasse = undefined;
      if (random.below(2) === 0) known.konstruktionsklasse = undefined;
      dropDoc(draft, 'kk_redegoerelse');
      return {
        citations: ['br18/10/2/2'],
        topics: ['structure', 'declaration'],
        types: ['ansoegning'],
        fields: ['konstruktionsklasse'],
        note:
          known.konstruktionsklasse === undefined
            ? 'Ingen konstruktionsklasse i sagen.'
            : 'Konstruktionsklasse uden begrundelse.',
      };
    },
  }),
  oneDefect({
    id: 'fire-start-missing',
    code: 'mangler_brandraadgiver_starterklaering',
    where: 'absence',
    caseTypes: ['etagebolig', 'erhverv_lager', 'ombygning', 'aendret_anvendelse', 'altan'],
    trigger: 'Fire class 2, and no start declaration (or no certified consultant at all)',
    change(draft, random) {
      if (!dropDoc(draft, 'starterklaering_brand')) return false;
      const none = random.below(3) === 0;
      if (none) draft.known.brandraadgiver = undefined;
      return {
        citations: none ? ['br18/22/1', 'br18/23/1/3'] : ['br18/23/1/3'],
        topics: ['fire'],
        types: ['ansoegning', 'brandredegoerelse'],
        fields: ['brandklasse', 'brandraadgiver'],
        note: `${draft.known.brandklasse}: ${none ? 'ingen brandrådgiver og ' : ''}ingen starterklæring.`,
      };
    },
  }),
  oneDefect({
    id: 'structure-start-missing',
    code: 'mangler_statiker_starterklaering',
    where: 'absence',
    caseTypes: ['etagebolig', 'erhverv_lager', 'ombygning', 'altan'],
    trigger: 'Structural class 2, and no start declaration (or no certified engineer at all)',
    change(draft, random) {
      if (!dropDoc(draft, 'starterklaering_statik')) return false;
      const none = random.below(3) === 0;
      if (none) draft.known.statiker = undefined;
      return {
        citations: none ? ['br18/18/1', 'br18/19/1/2'] : ['br18/19/1/2'],
        topics: ['structure'],
        types: ['ansoegning', 'kk_redegoerelse'],
        fields: ['konstruktionsklasse', 'statiker'],
        note: `${draft.known.konstruktionsklasse}: ${none ? 'ingen statiker og ' : ''}ingen starterklæring.`,
      };
    },
  }),
  oneDefect({
    id: 'response-missing',
    code: 'mangler_indsatsforhold',
    where: 'absence',
    caseTypes: ['enfamiliehus_ny', 'etagebolig', 'erhverv_lager', 'raekkehus_dobbelthus'],
    trigger:
      'Nothing is said of the fire service’s access, nor whether the building is tactically traditional',
    defect: {
      topics: ['fire'],
      types: ['brandredegoerelse', 'beskrivelse'],
      fields: [],
      note: 'Intet om indsatsforhold nogen steder.',
    },
    change(draft) {
      draft.known.indsats = false;
      return true;
    },
  }),
];
