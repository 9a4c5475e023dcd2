/**
 * `matrikelnr`, `bom_nr` and `ansøgerNavn` as words; keys that say nothing of their text are no label. A case's id stands
 * under the label of a case number, which it may be.
 */
export function labelOf(key: string): string {
  if (silentKeys.has(key)) return '';
  if (caseKeys.has(key)) return 'sagsnr';
  return key.replace(/[_-]+|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ');
}

const silentKeys = new Set('text title note quote name documentId id plan type from to'.split(' '));
const caseKeys = new Set(['caseId', 'twinOf', 'transformOf']);
