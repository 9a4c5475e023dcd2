import { expect, it } from 'vitest';
import { wordingOf } from '../../../reports/wording/wording-of.ts';

// Among twenty municipalities with one and the same rate, two intervals lie apart in one month out of five to ten.
it.each([
  ['da', /overlapper ikke.*lokale grunde.*tilfældigt/u, /forskel/u],
  ['en', /do not overlap.*local reasons.*chance/u, /differ/u],
] as const)(
  'intervals of municipalities that lie apart are no proven difference (%s)',
  (language, says, claims) => {
    const { apart } = wordingOf(language).checkIn.municipalities;
    const sentence = apart('model-x', 'F1', 'Nordby', 'Sydby');
    expect(sentence).toMatch(says);
    expect(sentence).not.toMatch(claims);
  },
);
