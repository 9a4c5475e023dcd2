import { pick } from '../../draw.ts';
import { terrainFall } from '../../geometry.ts';
import type { Draft, Topic } from '../../project.ts';
import { dropDoc, findDoc } from '../../scenarios/common.ts';
import { builtTypes, type Injection } from '../injection.ts';
import { oneDefect } from '../one-defect.ts';

/** Documents of these kinds stop speaking of topics. */
function silence(draft: Draft, types: readonly string[], topics: readonly Topic[]): void {
  for (const doc of draft.docs)
    if (types.includes(doc.type)) doc.silent = new Set([...(doc.silent ?? []), ...topics]);
}

/** What shows a building: the set that they are bound into too. */
const drawn = ['situationsplan', 'plantegning_eks', 'plantegning_ny', 'snit', 'facade', 'tegningssaet'];

/** A drawing, or what a drawing must show, is not there. */
export const drawingAbsences: Injection[] = [
  oneDefect({
    id: 'site-plan-missing',
    code: 'mangler_situationsplan',
    where: 'absence',
    caseTypes: [...builtTypes, 'nedrivning', 'tagterrasse', 'altan'],
    trigger: 'There is no situation plan',
    defect: {
      topics: ['distance', 'identity'],
      types: ['ansoegning'],
      fields: ['afstand_nabo_m'],
      note: 'Ingen situationsplan blandt bilagene.',
    },
    change(draft) {
      if (terrainFall(draft.world) > 0.5 || !dropDoc(draft, 'situationsplan')) return false;
      // Parking, distances and the like are told by form and description.
      draft.formAsksGeometry = true;
      return true;
    },
  }),
  oneDefect({
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
    change(draft, random) {
      const types = ['plantegning_eks', 'plantegning_ny'].filter(
        (type) => findDoc(draft, type) !== undefined,
      );
      const type = pick(random, types);
      dropDoc(draft, type);
      return {
        topics: ['drawing', 'use'],
        types: [...drawn, 'ansoegning'],
        fields: [],
        note: `Ingen plantegning af ${type === 'plantegning_eks' ? 'eksisterende' : 'fremtidige'} forhold.`,
      };
    },
  }),
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
  oneDefect({
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
    defect: { topics: ['drawing'], types: drawn, fields: [], note: 'Ingen facadetegninger.' },
    change: (draft) => dropDoc(draft, 'facade'),
  }),
  oneDefect({
    id: 'sheet-without-scale',
    code: 'tegning_uden_maal_eller_maalestok',
    where: 'absence',
    caseTypes: [...builtTypes, 'altan', 'tagterrasse', 'ombygning', 'aendret_anvendelse'],
    trigger: 'A drawing has no scale, a plan no outer dimensions, or the situation plan no north arrow',
    change(draft, random) {
      const [type, flaws, what] = pick(random, [
        ['snit', { scale: true }, 'målestok'],
        ['plantegning_ny', { scale: true }, 'målestok'],
        ['plantegning_ny', { dimensions: true }, 'udvendige mål'],
        ['situationsplan', { north: true }, 'nordpil'],
      ] as const);
      const doc = findDoc(draft, type);
      if (doc === undefined) return false;
      doc.flaws = { ...doc.flaws, ...flaws };
      return {
        topics: ['drawing'],
        types: [type],
        fields: [],
        note: `Tegningen (${type}) har ingen ${what}.`,
      };
    },
  }),
  oneDefect({
    id: 'distances-missing',
    code: 'mangler_afstande_til_skel',
    where: 'absence',
    caseTypes: [...builtTypes, 'tagterrasse', 'altan'],
    trigger: 'No distance to a boundary is written anywhere',
    defect: {
      topics: ['distance', 'drawing'],
      types: ['situationsplan', 'ansoegning'],
      fields: ['afstand_nabo_m'],
      note: 'Ingen afstand til skel, vej eller sti er oplyst nogen steder.',
    },
    change(draft) {
      const plan = findDoc(draft, 'situationsplan');
      if (plan === undefined) return false;
      plan.flaws = { ...plan.flaws, distances: true };
      silence(draft, ['ansoegning', 'beskrivelse'], ['distance']);
      return true;
    },
  }),
  oneDefect({
    id: 'levels-missing',
    code: 'mangler_terraenkoter',
    where: 'absence',
    caseTypes: [...builtTypes],
    trigger: 'The ground falls by more than 0.5 m, and no level is written anywhere',
    change(draft) {
      if (terrainFall(draft.world) <= 0.6) return false;
      for (const doc of draft.docs)
        if (['situationsplan', 'snit', 'facade'].includes(doc.type))
          doc.flaws = { ...doc.flaws, levels: true };
      return {
        topics: ['terrain', 'drawing'],
        types: ['situationsplan', 'snit', 'facade', 'beskrivelse'],
        fields: ['terraenfald_m'],
        note: `Fald ${terrainFall(draft.world)} m, men ingen koter nogen steder.`,
      };
    },
  }),
];
