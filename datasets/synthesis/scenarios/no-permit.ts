import type { Random } from '../../../evals/statistics/random.ts';
import { between, pick, round } from '../draw.ts';
import type { Draft } from '../project.ts';
import { addDays } from '../style.ts';
import { drawDemolition, drawTent } from './business.ts';
import { drawOutbuilding } from './outbuilding.ts';

/** Applications for what needs no permit: the right answer is to say so, and to find nothing. */
export function drawWithoutPermit(random: Random): Draft {
  const draft = pick(random, [smallOutbuildings, smallDemolition, shortTent])(random);
  draft.noPermit = true;
  return draft;
}

/** @source BR18 § 5, stk. 1, nr. 1: outbuildings of at most 50 m² together */
function smallOutbuildings(random: Random): Draft {
  const draft = drawOutbuilding(random);
  const shed = draft.world.buildings.find(({ id }) => id === 'sekundaer-ny')!;
  shed.footprint = {
    ...shed.footprint,
    widthM: between(random, 4.5, 6, 0.1),
    depthM: between(random, 4, 4.8, 0.1),
  };
  shed.footprint.yM = round(
    draft.world.plot.depthM - shed.footprint.depthM - between(random, 0.6, 1.4, 0.1),
    2,
  );
  shed.eavesM = between(random, 2.2, 2.45, 0.05);
  shed.ridgeM = shed.eavesM;
  shed.rooms = [];
  const { known } = draft;
  known.brandklasse = undefined;
  known.risikoklasse = undefined;
  known.anvendelseskategori = undefined;
  known.brandbegrundelse = false;
  known.konstruktionsklasse = undefined;
  known.konsekvensklasse = undefined;
  known.konstruktionsbegrundelse = false;
  draft.docs = draft.docs.filter(({ type }) => !['brandredegoerelse', 'kk_redegoerelse'].includes(type));
  return draft;
}

/** @source BR18 § 47, stk. 2: a detached outbuilding of at most 50 m² */
function smallDemolition(random: Random): Draft {
  const draft = drawDemolition(random);
  const house = draft.world.buildings[0]!;
  draft.world.buildings = [
    { ...house, state: 'existing' },
    {
      ...house,
      id: 'garage',
      name: 'Garage',
      use: 'outbuilding',
      state: 'demolished',
      storeys: 1,
      footprint: {
        xM: 3,
        yM: round(draft.world.plot.depthM - 8, 2),
        widthM: between(random, 4, 6, 0.5),
        depthM: between(random, 4, 6, 0.5),
      },
      roof: { form: 'fladt', pitchDegrees: 0, ridge: 'x', overhangM: 0, material: 'tagpap' },
      eavesM: 2.5,
      ridgeM: 2.5,
      wallMaterial: 'træbeklædning',
      openings: [],
      rooms: [],
    },
  ];
  Object.assign(draft.known, {
    byggearbejde: 'Nedrivning af garage',
    bygningstype: 'sekundaer',
    primaer_type: 'enfamiliehus_fritliggende',
    anvendelse_eks: 'Garage',
    antal_boliger_foer: 1,
    antal_boliger: 1,
    affald_ton: between(random, 2, 9, 1),
    bbr_bygningsnr: '2',
  });
  return draft;
}

/** @source BR18 §§ 6 b-6 e: a certified tent for at most six weeks and 150 persons */
function shortTent(random: Random): Draft {
  const draft = drawTent(random);
  const weeks = between(random, 2, 5, 1);
  draft.known.byggearbejde = 'Midlertidigt telt, meddelelse om opstilling';
  draft.known.opstilling_til = addDays(draft.known.opstilling_fra!, weeks * 7);
  return draft;
}
