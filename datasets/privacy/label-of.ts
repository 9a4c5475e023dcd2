/** `matrikelnr` and `bom_nr` as words; keys that say nothing of their text are no label. */
export function labelOf(key: string): string {
  return silentKeys.has(key) ? '' : key.replaceAll('_', ' ');
}

const silentKeys = new Set('text title note quote name caseId documentId id plan type from to'.split(' '));
