import { between, pick, round } from '../../draw.ts';
import type { Injection } from '../injection.ts';
import { newMain } from '../move.ts';
import { oneDefect } from '../one-defect.ts';

/** How one comes in, lives and heats. */
export const accessAndHeatingWords: Injection[] = [
  oneDefect({
    id: 'steps-at-door',
    code: 'niveaufri_adgang_mangler',
    where: 'word',
    caseTypes: ['enfamiliehus_ny', 'etagebolig', 'raekkehus_dobbelthus', 'erhverv_lager'],
    trigger: 'Steps at every outer door, and no ramp',
    change(draft, random) {
      const house = newMain(draft);
      if (house === undefined) return false;
      const steps = between(random, 2, 4, 1);
      draft.known.niveaufri = false;
      draft.known.trin = steps;
      house.floorLevelM = round(house.floorLevelM - 0.15 + steps * 0.15, 2);
      return {
        citations: [draft.caseType === 'enfamiliehus_ny' ? 'br18/51/3' : 'br18/51/2/1'],
        topics: ['access'],
        fields: [],
        note: `${steps} trin ved alle yderdøre, ingen rampe.`,
      };
    },
  }),
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
  oneDefect({
    id: 'floor-below-terrain',
    code: 'gulv_under_terraen',
    where: 'word',
    caseTypes: ['aendret_anvendelse'],
    trigger: 'A habitable room’s floor lies below the terrain along all walls',
    change(draft, random) {
      if (draft.known.gulvUnderTerraen !== false || (draft.known.antal_boliger ?? 0) === 0) return false;
      const terrain = draft.world.terrainM[0];
      draft.known.gulvUnderTerraen = true;
      draft.known.terraenkote_m = terrain;
      draft.known.gulvkote_m = round(terrain - between(random, 0.5, 1.3, 0.05), 2);
      return {
        topics: ['guardrail'],
        types: ['beskrivelse'],
        fields: ['gulvkote_m', 'terraenkote_m'],
        note: `Gulv ${draft.known.gulvkote_m}, terræn ${terrain}.`,
      };
    },
  }),
  oneDefect({
    id: 'fossil-heating',
    code: 'opvarmning_fossil_nybyggeri',
    where: 'word',
    caseTypes: ['enfamiliehus_ny', 'erhverv_lager', 'raekkehus_dobbelthus', 'etagebolig'],
    trigger: 'Oil, or natural gas outside a gas area, in a new building',
    change(draft, random) {
      draft.known.varmekilde = pick(random, ['olie', 'naturgas']);
      if (draft.known.varmekilde === 'naturgas') draft.known.gasnet_omraade = false;
      return {
        topics: ['heating'],
        fields: ['varmekilde', 'gasnet_omraade'],
        note: `Ny bygning med ${draft.known.varmekilde}.`,
      };
    },
  }),
];
