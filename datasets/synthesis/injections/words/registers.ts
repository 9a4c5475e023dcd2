import { pick } from '../../draw.ts';
import type { Injection } from '../injection.ts';
import { oneDefect } from '../one-defect.ts';

/** A register’s entry that asks for a permit. */
export const registerWords: Injection[] = [
  oneDefect({
    id: 'nature-line',
    code: 'naturbeskyttelseslinje',
    where: 'word',
    caseTypes: ['enfamiliehus_ny', 'tilbygning', 'sommerhus', 'sekundaer_over_50', 'landzone_byggeri'],
    trigger:
      'The register names a protection line (beach, lake or stream, wood, ancient monument) without a dispensation',
    change(draft, random) {
      const [line, citation] = pick(random, [
        ['strand', 'naturbeskyttelsesloven/15'],
        ['soe_aa', 'naturbeskyttelsesloven/16'],
        ['skov', 'naturbeskyttelsesloven/17'],
        ['fortidsminde', 'naturbeskyttelsesloven/18'],
      ] as const);
      if ((draft.known.linjer ?? []).length > 0) return false;
      draft.known.linjer = [line];
      return {
        citations: [citation],
        topics: ['register', 'dispensation'],
        fields: ['linjer', 'dispensationer_givet'],
        note: `Linje: ${line}; ingen dispensation.`,
      };
    },
  }),
  oneDefect({
    id: 'listed',
    code: 'fredet_bevaringsvaerdig',
    where: 'word',
    caseTypes: ['nedrivning', 'ombygning'],
    trigger:
      'A listed building is altered, or one designated worth preserving torn down, without the procedure',
    change(draft, random) {
      const down = draft.caseType === 'nedrivning';
      const listed = !down || random.below(2) === 0;
      if (listed) draft.known.fredet = true;
      else draft.known.bevaringsvaerdig_udpeget = true;
      const citation = down
        ? listed
          ? 'bygningsfredningsloven/11/1'
          : 'bygningsfredningsloven/18'
        : 'bygningsfredningsloven/10/1';
      return {
        citations: [citation],
        topics: ['register', 'dispensation'],
        fields: listed ? ['fredet'] : ['bevaringsvaerdig_udpeget'],
        note: listed
          ? 'Fredet; ingen tilladelse fra Slots- og Kulturstyrelsen.'
          : 'Udpeget som bevaringsværdig; ingen offentliggørelse efter § 18.',
      };
    },
  }),
  oneDefect({
    id: 'contaminated',
    code: 'jordforurening_kortlagt',
    where: 'word',
    caseTypes: ['enfamiliehus_ny', 'etagebolig', 'raekkehus_dobbelthus', 'aendret_anvendelse'],
    trigger: 'Dwellings on ground mapped V1 or V2, without permission under § 8',
    change(draft, random) {
      if ((draft.known.antal_boliger ?? 0) === 0) return false;
      draft.known.forureningskortlaegning = pick(random, ['V1', 'V2']);
      return {
        topics: ['register', 'use'],
        types: ['ansoegning'],
        fields: ['forureningskortlaegning', 'anvendelse_ny'],
        note: `${draft.known.forureningskortlaegning}; boliger uden § 8-tilladelse.`,
      };
    },
  }),
];
