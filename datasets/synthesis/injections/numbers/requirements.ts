import { between, pick } from '../../draw.ts';
import { sides } from '../../geometry.ts';
import type { Injection } from '../injection.ts';
import { moveWithTerrace } from '../move.ts';
import { oneDefect } from '../one-defect.ts';
import { layRoadLine } from '../road-line.ts';

/** A measure falls short of what the rules, a norm or a register ask. */
export const requirementNumbers: Injection[] = [
  {
    id: 'terrace-near',
    code: 'haevet_opholdsareal_afstand',
    trigger: 'The roof terrace is 1.2 to 2.3 m from a neighbour',
    where: 'number',
    caseTypes: ['tagterrasse'],
    apply(draft, random) {
      const { world } = draft;
      const side = pick(
        random,
        sides.filter((each) => world.plot.beyond[each] !== 'road'),
      );
      moveWithTerrace(world, side, between(random, 1.2, 2.3, 0.05));
      return true;
    },
  },
  oneDefect({
    id: 'parking-short',
    code: 'parkering_friareal_utilstraekkelig',
    trigger: 'One to five parking spaces fewer than the municipality’s norm in the case',
    where: 'number',
    caseTypes: ['etagebolig', 'erhverv_lager', 'raekkehus_dobbelthus', 'aendret_anvendelse'],
    change(draft, random) {
      const norm = draft.known.pKrav;
      if (norm === undefined || norm.needed < 3) return false;
      draft.world.parking.spaces = norm.needed - between(random, 1, Math.min(5, norm.needed - 1), 1);
      return {
        topics: ['parking'],
        fields: ['parkeringspladser', 'antal_boliger'],
        note: `${draft.world.parking.spaces} pladser vist; normen giver ${norm.needed}.`,
      };
    },
  }),
  oneDefect({
    id: 'guardrail-low',
    code: 'vaern_for_lavt',
    trigger: 'The guardrail is 0.80 to 0.92 m',
    where: 'number',
    caseTypes: ['altan', 'tagterrasse'],
    change(draft, random) {
      const metres = between(random, 0.8, 0.92, 0.02);
      for (const raised of draft.world.raised) raised.guardrailM = metres;
      return {
        citations: ['br18/58//1'],
        topics: ['guardrail'],
        fields: ['vaern_hoejde_m'],
        note: `Værn ${metres} m; mindst 1,0 m.`,
      };
    },
  }),
  oneDefect({
    id: 'rescue-small',
    code: 'redningsaabning_utilstraekkelig',
    trigger: 'The rescue opening is too narrow, too low in sum, or its sill too high',
    where: 'number',
    caseTypes: ['etagebolig', 'ombygning', 'aendret_anvendelse'],
    defect: {
      topics: ['rescue'],
      fields: [],
      note: 'Redningsåbning opfylder ikke mål for bredde, højde, sum eller brystning.',
    },
    change(draft, random) {
      const opening = draft.known.redning;
      if (opening === undefined) return false;
      draft.known.redning = pick(random, [
        { ...opening, breddeM: between(random, 0.38, 0.46, 0.02) },
        { ...opening, breddeM: 0.6, hoejdeM: between(random, 0.7, 0.82, 0.02) },
        { ...opening, brystningM: between(random, 1.3, 1.5, 0.05) },
      ]);
      return true;
    },
  }),
  {
    id: 'line-before-road',
    code: 'vejbyggelinje',
    trigger:
      'The registered road building line is 0.5 to 4 m further from the road’s middle than the building',
    where: 'number',
    caseTypes: ['enfamiliehus_ny', 'tilbygning', 'erhverv_lager', 'etagebolig'],
    // A line that is there already: only its number changes.
    apply: (draft, random) =>
      (draft.known.linjer ?? []).some((line) => line.startsWith('vejbyggelinje')) &&
      layRoadLine(draft, between(random, 0.5, 4, 0.5), random.below(40) + 1950),
  },
];
