import { dropDoc, findDoc } from '../../scenarios/common.ts';
import type { Injection } from '../injection.ts';
import { oneDefect } from '../one-defect.ts';

/** The owner’s authority is not there, or not from every owner. */
export const partyAbsences: Injection[] = [
  oneDefect({
    id: 'authority-missing',
    code: 'mangler_fuldmagt',
    where: 'absence',
    caseTypes: [
      'enfamiliehus_ny',
      'tilbygning',
      'sommerhus',
      'etagebolig',
      'erhverv_lager',
      'raekkehus_dobbelthus',
      'altan',
      'ombygning',
    ],
    trigger: 'The applicant is not the owner, the owner has not signed, and there is no power of attorney',
    defect: {
      topics: ['parties'],
      types: ['ansoegning'],
      fields: ['antal_ejere', 'ejer_signatur'],
      note: 'Ansøger er ikke ejer, ejer har ikke underskrevet, og der er ingen fuldmagt.',
    },
    change: (draft) => dropDoc(draft, 'fuldmagt'),
  }),
  oneDefect({
    id: 'authority-one-of-two',
    code: 'mangler_fuldmagt',
    where: 'relation',
    caseTypes: [
      'enfamiliehus_ny',
      'tilbygning',
      'sommerhus',
      'etagebolig',
      'erhverv_lager',
      'raekkehus_dobbelthus',
    ],
    trigger: 'Only one of two owners has signed the power of attorney',
    defect: {
      topics: ['parties'],
      types: ['ansoegning', 'fuldmagt'],
      fields: ['antal_ejere', 'ejer_signatur'],
      note: 'To tinglyste ejere, kun Ejer 1 har underskrevet fuldmagten.',
    },
    change(draft) {
      const doc = findDoc(draft, 'fuldmagt');
      if (doc === undefined || draft.known.antal_ejere !== 2) return false;
      doc.say = { ...doc.say, fuldmagtFra: ['Ejer 1'] };
      return true;
    },
  }),
];
