import type { Check } from '../check.ts';
import { inFields, onPage } from '../finding-evidence.ts';

const rooms: [string, RegExp][] = [
  ['køkken', /(?<!ude)kokken/],
  ['bad', /(?<!sauna|spa)\bbad(?!e)|badevaerelse|\btoilet\b|\bwc\b|\bbrus\b/],
  ['soveplads', /soverum|sovevaerelse|alkove|soveplads|\bseng\b|gaestevaerelse|\bvaerelse\b/],
  ['stue', /opholdsstue|opholdsrum|\bstue\b(?!plan)/],
  ['opvarmning', /varmepumpe|gulvvarme|braendeovn/],
];

/** An outbuilding or store that is drawn as a dwelling, an office or a shop. */
export const checkContradictedUse: Check = (facts) => {
  const claimed = [facts.fields.text('anvendelse_ny'), facts.fields.text('byggearbejde')]
    .filter((text) => text !== undefined)
    .join(' ');
  const isOutbuilding =
    facts.buildingType === 'outbuilding' ||
    /udhus|garage|carport|skur|hobbyrum|disponibel|depot|vaerksted|maskinhus/.test(claimed);
  const isStore = /lager|vaerksted|maskinhus|lade\b/.test(claimed) && !/kontor|butik|bolig/.test(claimed);
  if ((!isOutbuilding && !isStore) || /bolig|beboelse|vaerelse|anneks|sommerhus|enfamilie/.test(claimed))
    return [];
  const pages = facts.pages.filter(
    (page) =>
      facts.drawings.some(
        (drawing) => drawing.page === page && (drawing.kinds.has('planNew') || drawing.kinds.has('section')),
      ) || ['beskrivelse', 'bbr_skema'].includes(page.documentType),
  );
  for (const page of pages) {
    const segments = page.segments.filter(
      (segment) => !/ingen|ikke|uden|eksisterende|stuehus|(?<!ud)huset\b/.test(segment),
    );
    const found = rooms
      .filter(([, pattern]) => segments.some((segment) => pattern.test(segment)))
      .map(([name]) => name);
    const shop =
      isStore && segments.some((segment) => /butik|salgslokale|showroom|udstilling|kundeareal/.test(segment));
    if (found.length >= 2 || shop) {
      return [
        {
          code: 'modstrid_anvendelse',
          text: `Ansøgningen angiver ${claimed.slice(0, 60)}, men materialet viser ${shop ? 'salg til kunder' : found.join(', ')}.`,
          evidence: [onPage(page), ...inFields(facts, 'anvendelse_ny')],
        },
      ];
    }
  }
  return [];
};
