import { z } from 'zod';

/** What can be found, from the safest to tell to the hardest: where two claim the same characters, the first has them. */
export const findingKinds = [
  'metadata',
  'email',
  'coordinates',
  'sagsnummer',
  'account',
  'cvr',
  'bfe',
  'ejendomsnummer',
  'phone',
  'cpr',
  'plate',
  'matrikel',
  'address',
  'birthdate',
  'signature',
  'name',
  'unreadable',
] as const;
export const FindingKindSchema = z.enum(findingKinds);
export type FindingKind = z.infer<typeof FindingKindSchema>;
