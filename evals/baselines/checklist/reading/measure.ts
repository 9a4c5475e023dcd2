import type { PageText } from './read-pages.ts';

/** A length or area with where it was read. */
export interface Measure {
  value: number;
  page: PageText;
  segment: string;
  /** What the sentence speaks of, as far as it says. */
  about: 'main' | 'secondary' | 'raised' | 'existing' | undefined;
}

/** Sentences that state a rule rather than the project. */
const norm =
  /§|krav|graense|byggeret|bestemmelse|hojst\b|maks(imal\w*)? ?\d|maksimalt|mindst\b|naermere end|inden ?for \d|br18|lokalplan|tillad(er|t)\b|ma (ikke|hojst|opfores)|skal (vaere|holde)|1,4/;

export function isNorm(segment: string): boolean {
  return norm.test(segment);
}

export function readAbout(segment: string): Measure['about'] {
  if (/carport|garage|udhus|skur\b|skuret|drivhus|redskab|overdaekket|overdaekning/.test(segment))
    return 'secondary';
  if (/terrasse|altan|udestue|trappe|bassin|pool/.test(segment)) return 'raised';
  if (/eksist|nuvaer|eks\. /.test(segment)) return 'existing';
  return /\bhus|bolig|tilbygning|bygning|ydervaeg|facade/.test(segment) ? 'main' : undefined;
}
