import { dropDoc } from '../../scenarios/common.ts';
import type { Injection } from '../injection.ts';
import { newMain } from '../move.ts';
import { oneDefect } from '../one-defect.ts';

/** A material, a class or a lack that does not fit the building’s risk. */
export const safetyWords: Injection[] = [
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
  oneDefect({
    id: 'fire-class-too-low',
    code: 'forkert_brandklasse',
    where: 'word',
    caseTypes: ['etagebolig', 'erhverv_lager'],
    trigger: 'Fire class 1 for flats in two storeys or a section of more than 600 m²',
    change(draft) {
      const area = draft.known.etageareal_brandafsnit_m2;
      if (draft.caseType === 'erhverv_lager' && (area ?? 0) <= 620) return false;
      draft.known.brandklasse = 'BK1';
      draft.known.risikoklasse = 'RK1';
      draft.known.brandraadgiver = undefined;
      dropDoc(draft, 'starterklaering_brand');
      return {
        topics: ['fire', 'areas'],
        types: ['ansoegning', 'brandredegoerelse', 'beskrivelse'],
        fields: ['brandklasse', 'risikoklasse', 'etager'],
        note:
          draft.caseType === 'etagebolig'
            ? 'Etageboliger i to etager er ikke risikoklasse 1.'
            : `Bygningsafsnit på ${area} m², over 600 m².`,
      };
    },
  }),
  oneDefect({
    id: 'structure-class-too-low',
    code: 'forkert_konstruktionsklasse',
    where: 'word',
    caseTypes: ['etagebolig', 'altan', 'ombygning'],
    trigger: 'Structural class 1 for a block of flats in consequence class 2',
    defect: {
      topics: ['structure'],
      types: ['ansoegning', 'kk_redegoerelse', 'beskrivelse'],
      fields: ['konstruktionsklasse', 'konsekvensklasse', 'bygningstype'],
      note: 'KK1 for CC2 i etageejendom; ikke omfattet af undtagelserne.',
    },
    change(draft) {
      draft.known.konstruktionsklasse = 'KK1';
      draft.known.statiker = undefined;
      dropDoc(draft, 'starterklaering_statik');
      return true;
    },
  }),
  oneDefect({
    id: 'smoke-vents-missing',
    code: 'brandventilation_sprinkler_lager',
    where: 'word',
    caseTypes: ['erhverv_lager'],
    trigger: 'One room of more than 1,000 m² without smoke ventilation or sprinklers',
    change(draft) {
      if ((draft.known.rum_max_m2 ?? 0) <= 1050) return false;
      draft.known.brandventilation = false;
      return {
        citations: ['br18/122/1'],
        topics: ['fire'],
        types: ['brandredegoerelse', 'beskrivelse'],
        fields: ['brandventilation', 'rum_max_m2'],
        note: `Rum på ${draft.known.rum_max_m2} m² uden brandventilation eller sprinkler.`,
      };
    },
  }),
];
