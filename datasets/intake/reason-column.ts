import { wordKey } from './clean-cell.ts';

/** The first column of a file of rejected rows. Where such a file is sent again, it is passed over. */
export const reasonColumn = 'Afvist fordi';

export function isReasonColumn(header: string): boolean {
  return wordKey(header) === wordKey(reasonColumn);
}
