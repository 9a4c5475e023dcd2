import { reshape } from '../build.ts';
import { between, pick, round } from '../draw.ts';
import { drawMatrikel } from '../municipalities.ts';
import { findDoc } from '../scenarios/common.ts';
import { builtTypes, type Injection } from './injection.ts';
import { newMain, newOutbuilding } from './move.ts';

const moves: Record<string, string[]> = {
  sekundaer_over_50: ['KØKKEN', 'BAD', 'SOVEALKOVE'],
  erhverv_lager: ['BUTIK', 'KASSE', 'KONTOR', 'LAGER'],
};

/** Defects that lie between documents: each of them is in order alone. */
export const relationInjections: Injection[] = [
  {
    id: 'area-differs',
    code: 'modstrid_areal',
    where: 'relation',
    caseTypes: ['enfamiliehus_ny', 'sommerhus', 'raekkehus_dobbelthus', 'etagebolig', 'tilbygning'],
    trigger:
      'Form and description give an outbuilding 4 to 12 m² less (or more) than the drawings; both within the deduction',
    apply(draft, random) {
      const shed = draft.world.buildings.find(({ use }) => use === 'outbuilding');
      if (shed === undefined) return false;
      const real = Math.round(shed.footprint.widthM * shed.footprint.depthM);
      const said = real - between(random, 4, 12, 1) * (real > 18 ? 1 : -1);
      const all = draft.world.buildings.filter(({ use }) => use === 'outbuilding');
      if (all.length !== 1 || Math.max(real, said) > 50) return false;
      draft.say.sekundaere = [{ navn: shed.name, m2: said, ny: shed.state === 'new' }];
      draft.say.sekundaert_areal_m2 = said;
      if (shed.state === 'existing') draft.say.eksisterende_sekundaer_m2 = said;
      draft.defects.push({
        code: 'modstrid_areal',
        topics: ['areas'],
        types: ['ansoegning', 'beskrivelse', 'situationsplan'],
        fields: ['sekundaert_areal_m2'],
        note: `${shed.name}: ${said} m² i skema og beskrivelse, ${real} m² på tegningerne.`,
      });
      return true;
    },
  },
  {
    id: 'plan-differs',
    code: 'modstrid_areal',
    where: 'relation',
    caseTypes: ['enfamiliehus_ny', 'sommerhus', 'erhverv_lager', 'landzone_byggeri'],
    trigger: 'The floor plan shows a building 6 to 20 % larger than all else',
    apply(draft, random) {
      const plan = findDoc(draft, 'plantegning_ny');
      const main = newMain(draft);
      if (plan === undefined || main === undefined) return false;
      const more = between(random, 1.06, 1.2, 0.01);
      const { id, footprint } = main;
      const widthM = round(footprint.widthM * more, 1);
      plan.redraw = (world) => {
        world.buildings = world.buildings.map((building) =>
          building.id === id ? reshape(building, { ...footprint, widthM }) : building,
        );
      };
      draft.defects.push({
        code: 'modstrid_areal',
        topics: ['areas'],
        types: ['plantegning_ny', 'situationsplan', 'ansoegning', 'beskrivelse'],
        fields: ['etageareal_primaer_m2'],
        note: `Plantegningen viser ${widthM} x ${footprint.depthM} m, øvrige bilag ${footprint.widthM} x ${footprint.depthM} m.`,
      });
      return true;
    },
  },
  {
    id: 'height-differs',
    code: 'modstrid_hoejde',
    where: 'relation',
    caseTypes: [...builtTypes],
    trigger: 'Section or facades show a roof 0.2 to 0.5 m lower than all else',
    apply(draft, random) {
      const doc = findDoc(draft, pick(random, ['snit', 'facade']));
      const main = newMain(draft) ?? newOutbuilding(draft);
      if (doc === undefined || main === undefined) return false;
      const less = between(random, 0.2, 0.45, 0.05);
      doc.redraw = (world) => {
        for (const building of world.buildings) {
          if (building.id !== main.id) continue;
          building.ridgeM = round(building.ridgeM - less, 2);
          if (building.roof.form !== 'saddeltag') building.eavesM = building.ridgeM;
        }
      };
      draft.defects.push({
        code: 'modstrid_hoejde',
        topics: ['height'],
        types: ['snit', 'facade', 'ansoegning', 'beskrivelse'],
        fields: ['max_hoejde_m'],
        note: `${doc.type}: ${round(main.ridgeM - less, 2)} m, ellers ${main.ridgeM} m.`,
      });
      return true;
    },
  },
  {
    id: 'distance-differs',
    code: 'modstrid_afstand_skel',
    where: 'relation',
    caseTypes: [...builtTypes],
    trigger:
      'Form and description give 0.3 to 0.9 m more to the neighbour than the situation plan; both lawful',
    apply(draft, random) {
      const more = between(random, 0.3, 0.9, 0.05);
      draft.defects.push({
        code: 'modstrid_afstand_skel',
        topics: ['distance'],
        types: ['ansoegning', 'beskrivelse', 'situationsplan'],
        fields: ['afstand_nabo_m'],
        note: `Skema og beskrivelse siger ${more} m mere til naboskel end situationsplanen.`,
      });
      draft.adjust.push((facts) => ({
        ...facts,
        afstand_nabo_m:
          facts.afstand_nabo_m === undefined ? undefined : round(facts.afstand_nabo_m + more, 2),
      }));
      return true;
    },
  },
  {
    id: 'identity-differs',
    code: 'modstrid_ejendomsidentifikation',
    where: 'relation',
    caseTypes: [
      'enfamiliehus_ny',
      'tilbygning',
      'sommerhus',
      'sekundaer_over_50',
      'raekkehus_dobbelthus',
      'etagebolig',
      'erhverv_lager',
      'landzone_byggeri',
      'ombygning',
      'aendret_anvendelse',
      'altan',
      'tagterrasse',
      'nedrivning',
    ],
    trigger: 'One document carries another cadastral number',
    apply(draft, random) {
      const others = draft.docs.filter(
        ({ type }) => !['ansoegning', 'beskrivelse', 'certifikat', 'brev'].includes(type),
      );
      const doc = pick(random, others);
      const other = drawMatrikel(random);
      // An excerpt of a plan names no property.
      if (other === draft.known.matrikelnr || doc.type === 'lokalplanuddrag') return false;
      doc.say = { ...doc.say, matrikelnr: other };
      draft.defects.push({
        code: 'modstrid_ejendomsidentifikation',
        topics: ['identity'],
        types: [doc.type, 'ansoegning'],
        needs: [doc.type],
        fields: ['matrikelnr'],
        note: `${doc.type} bærer matr.nr. ${other}, sagen gælder ${draft.known.matrikelnr}.`,
      });
      return true;
    },
  },
  {
    id: 'use-differs',
    code: 'modstrid_anvendelse',
    where: 'word',
    caseTypes: ['sekundaer_over_50', 'erhverv_lager'],
    trigger: 'The plan shows kitchen, bath and alcove in a shed, or a shop in a store',
    apply(draft) {
      const building = newMain(draft) ?? newOutbuilding(draft);
      if (building === undefined) return false;
      const rooms = moves[draft.caseType]!;
      const part = round(building.footprint.widthM / rooms.length, 2);
      building.rooms = rooms.map((name, at) => ({
        name,
        storey: 0,
        place: { xM: round(at * part, 2), yM: 0, widthM: part, depthM: building.footprint.depthM },
        areaM2: round(part * building.footprint.depthM * 0.88, 1),
      }));
      draft.defects.push({
        code: 'modstrid_anvendelse',
        topics: ['use'],
        types: ['ansoegning', 'beskrivelse', 'plantegning_ny'],
        fields: ['anvendelse_ny'],
        note: `Formularen: ${draft.known.anvendelse_ny}; planen: ${rooms.join(', ').toLowerCase()}.`,
      });
      return true;
    },
  },
  {
    id: 'ratio-wrong',
    code: 'fejl_bebyggelsesprocent_beregning',
    where: 'relation',
    caseTypes: [
      'enfamiliehus_ny',
      'sommerhus',
      'raekkehus_dobbelthus',
      'erhverv_lager',
      'tilbygning',
      'etagebolig',
      'sekundaer_over_50',
    ],
    trigger: 'The stated plot ratio is 0.8 to 4 points under what the areas give',
    apply(draft, random) {
      const less = between(random, 0.8, 4, 0.1);
      draft.adjust.push((facts) => ({
        ...facts,
        bebyggelsesprocent_oplyst_pct: round((facts.bebyggelsesprocent_oplyst_pct ?? 0) - less, 1),
      }));
      draft.defects.push({
        code: 'fejl_bebyggelsesprocent_beregning',
        topics: ['ratio', 'areas'],
        types: ['ansoegning', 'beskrivelse'],
        fields: [
          'bebyggelsesprocent_oplyst_pct',
          'grundareal_m2',
          'etageareal_primaer_m2',
          'sekundaert_areal_m2',
        ],
        note: 'Oplyst bebyggelsesprocent svarer ikke til sagens arealer.',
      });
      return true;
    },
  },
];
