import type { Card } from '../card.ts';
import type { Mapping } from './mapping.ts';

/** What a card's notice says while its cases have no labels. */
export const unlabelledNotice = {
  noticeDa: 'Sagerne har endnu intet facit.',
  noticeEn: 'The cases have no labels yet.',
};

/** What it says of personal data: true before the gate and after it, since it travels with the data and stands in reports. */
const privacyNotice = {
  noticeDa: 'Må først bruges, når kontrollen for personoplysninger (maalestok gate) er bestået.',
  noticeEn: 'Not to be used before it has passed the check for personal data (maalestok gate).',
};

/** The card of a data set that was taken in. Without splits. Never synthetic: who took the cases in cannot know. */
export function composeIntakeCard(mapping: Mapping): Omit<Card, 'splits'> {
  const { id, version, labelVersion, titleDa, titleEn, origin, licence } = mapping.dataset;
  const labelled = mapping.labels !== undefined;
  return {
    schema: 'maalestok.card.v1',
    id,
    version,
    labelVersion,
    titleDa,
    titleEn,
    synthetic: false,
    noticeDa: [
      `Taget ind fra kommunens egne filer. ${privacyNotice.noticeDa}`,
      labelled ? 'Facit er kommunens egen registrering.' : unlabelledNotice.noticeDa,
    ].join(' '),
    noticeEn: [
      `Taken in from the municipality’s own files. ${privacyNotice.noticeEn}`,
      labelled ? 'The labels are the municipality’s own records.' : unlabelledNotice.noticeEn,
    ].join(' '),
    origin,
    licence,
  };
}
