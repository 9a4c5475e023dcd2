import { dropDoc } from '../../scenarios/common.ts';
import { builtTypes, type Injection } from '../injection.ts';
import { oneDefect } from '../one-defect.ts';

/** Nothing says where rain goes, or a permit under another act is not there. */
export const waterAndLandAbsences: Injection[] = [
  oneDefect({
    id: 'rain-missing',
    code: 'tagvand_nedsivning_uafklaret',
    where: 'absence',
    caseTypes: [...builtTypes],
    trigger: 'New roof, and nothing is said of where its water goes',
    defect: {
      citations: ['br18/77/2'],
      topics: ['materials'],
      types: ['ansoegning', 'beskrivelse'],
      fields: ['regnvand'],
      note: 'Nyt tagareal; intet om, hvor tagvandet ledes hen.',
    },
    change(draft) {
      if (draft.known.regnvand !== 'kloak') return false;
      draft.known.regnvand = undefined;
      return true;
    },
  }),
  oneDefect({
    id: 'infiltration-without-application',
    code: 'tagvand_nedsivning_uafklaret',
    where: 'absence',
    caseTypes: [...builtTypes],
    trigger: 'Roof water infiltrates the ground, and there is no application for it',
    defect: {
      citations: ['miljoebeskyttelsesloven/19/1'],
      topics: ['rain'],
      fields: ['regnvand'],
      note: 'Nedsivning uden tilladelse eller ansøgning.',
    },
    change(draft) {
      if (draft.known.nedsivning !== true || !dropDoc(draft, 'nedsivningsansoegning')) return false;
      draft.known.nedsivning = false;
      return true;
    },
  }),
  oneDefect({
    id: 'rural-permit-missing',
    code: 'landzonetilladelse_mangler',
    where: 'absence',
    caseTypes: ['landzone_byggeri'],
    trigger: 'New building in the rural zone without an exemption or a permit',
    defect: {
      topics: ['dispensation', 'use'],
      types: ['ansoegning', 'beskrivelse'],
      fields: ['dispensationer_givet', 'erhvervsmaessigt_noedvendigt', 'landbrugspligt'],
      note: 'Landzone, ingen undtagelse og ingen landzonetilladelse.',
    },
    change(draft) {
      if (draft.known.erhvervsmaessigt_noedvendigt !== false) return false;
      draft.known.dispensationer_givet = [];
      return true;
    },
  }),
];
