/** What the list can be asked to show; the script tests each. */
export const listFilters = [
  'missed',
  'missedByAll',
  'invented',
  'inventedByAll',
  'falseAlarm',
  'disagree',
  'unanswered',
  'right',
  'discretion',
  'complete',
  'deficient',
] as const;
export type ListFilter = (typeof listFilters)[number];
