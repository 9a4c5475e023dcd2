import type { Random } from '../../../evals/statistics/random.ts';
import { between, round } from '../draw.ts';
import { distanceTo, sides } from '../geometry.ts';
import type { CaseType, Draft } from '../project.ts';
import { enlarge } from './fit-plot.ts';
import { moveTo, newMain, newOutbuilding, sideOf } from './move.ts';
import { longestSide, openTowards, stretch } from './outbuilding-sides.ts';
import { lift, raise } from './raise.ts';
import { layRoadLine } from './road-line.ts';

/** A case just inside a rule, or one that looks like a defect and is none. It stays complete. */
export interface NearMiss {
  id: string;
  /** The code that a careless reader would report. */
  not: string;
  caseTypes: readonly CaseType[];
  apply(draft: Draft, random: Random): boolean;
}

const limits: Record<string, number> = {
  enfamiliehus_ny: 30,
  tilbygning: 30,
  sommerhus: 15,
  raekkehus_dobbelthus: 40,
};

export const nearMisses: readonly NearMiss[] = [
  {
    id: 'ratio-just-under',
    not: 'bebyggelsesprocent_overskredet',
    caseTypes: ['enfamiliehus_ny', 'tilbygning', 'sommerhus', 'raekkehus_dobbelthus'],
    apply: (draft, random) => enlarge(draft, limits[draft.caseType]! - between(random, 0.15, 0.6, 0.05)),
  },
  {
    id: 'height-just-under',
    not: 'hoejde_etager_over_byggeret',
    caseTypes: ['enfamiliehus_ny', 'raekkehus_dobbelthus', 'erhverv_lager'],
    apply: (draft, random) => raise(draft, between(random, 8.25, 8.45, 0.05)),
  },
  {
    id: 'distance-just-kept',
    not: 'afstand_skel_vej_bolig',
    caseTypes: ['enfamiliehus_ny', 'tilbygning', 'raekkehus_dobbelthus'],
    apply(draft, random) {
      const house = newMain(draft);
      const side = house && sideOf(draft.world, ['neighbour', 'path'], house, random);
      if (house === undefined || side === undefined) return false;
      moveTo(draft.world, house, side, between(random, 2.5, 2.6, 0.05));
      return true;
    },
  },
  {
    id: 'holiday-distance-just-kept',
    not: 'sommerhus_afstand',
    caseTypes: ['sommerhus'],
    apply(draft, random) {
      const house = newMain(draft);
      const side = house && sideOf(draft.world, ['neighbour', 'path'], house, random);
      if (house === undefined || side === undefined) return false;
      moveTo(draft.world, house, side, between(random, 5, 5.1, 0.05));
      return true;
    },
  },
  {
    id: 'holiday-height-just-under',
    not: 'sommerhus_hoejde_etager',
    caseTypes: ['sommerhus'],
    apply: (draft, random) => raise(draft, between(random, 4.85, 4.95, 0.05)),
  },
  {
    id: 'outbuilding-height-just-under',
    not: 'sekundaer_hoejde_skelbraemme',
    caseTypes: ['sekundaer_over_50'],
    apply(draft) {
      const shed = newOutbuilding(draft);
      if (
        shed === undefined ||
        Math.min(...sides.map((side) => distanceTo(draft.world, shed.footprint, side))) >= 2.45
      )
        return false;
      lift(shed, 2.5);
      return true;
    },
  },
  {
    id: 'outbuilding-length-just-under',
    not: 'sekundaer_laengde_skel',
    caseTypes: ['sekundaer_over_50'],
    apply(draft, random) {
      const shed = newOutbuilding(draft);
      const other = draft.world.buildings.find(({ id }) => id === 'sekundaer-eks');
      if (shed === undefined || other === undefined || longestSide(draft, shed) === 0) return false;
      stretch(shed, round(between(random, 11.9, 12, 0.05) - longestSide(draft, other), 2));
      return true;
    },
  },
  {
    id: 'opening-towards-garden',
    not: 'sekundaer_aabning_skel',
    caseTypes: ['sekundaer_over_50'],
    apply: (draft) => openTowards(draft, 'garden'),
  },
  {
    id: 'parking-just-enough',
    not: 'parkering_friareal_utilstraekkelig',
    caseTypes: ['etagebolig', 'erhverv_lager', 'raekkehus_dobbelthus'],
    apply(draft) {
      draft.world.parking.spaces = draft.known.pKrav!.needed;
      return true;
    },
  },
  {
    id: 'guardrail-just-enough',
    not: 'vaern_for_lavt',
    caseTypes: ['altan', 'tagterrasse'],
    apply(draft) {
      for (const raised of draft.world.raised) raised.guardrailM = 1;
      return true;
    },
  },
  {
    id: 'line-kept',
    not: 'vejbyggelinje',
    caseTypes: ['enfamiliehus_ny', 'erhverv_lager', 'etagebolig'],
    apply: (draft, random) => layRoadLine(draft, -between(random, 0.1, 0.6, 0.1), 1950 + random.below(40)),
  },
  {
    id: 'line-dispensed',
    not: 'naturbeskyttelseslinje',
    caseTypes: ['sommerhus', 'enfamiliehus_ny', 'tilbygning'],
    apply(draft) {
      if ((draft.known.linjer ?? []).length > 0) return false;
      draft.known.linjer = ['skov'];
      draft.known.dispensationer_givet = [
        'Dispensation fra skovbyggelinjen efter naturbeskyttelseslovens § 17',
      ];
      return true;
    },
  },
  {
    id: 'save-value-only',
    not: 'fredet_bevaringsvaerdig',
    caseTypes: ['nedrivning'],
    apply(draft) {
      draft.known.save_vaerdi = 3;
      return true;
    },
  },
];
