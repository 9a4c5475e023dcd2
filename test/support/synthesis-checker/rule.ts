import type { Application } from './read-application.ts';

/** Whether an application has a defect, by the checker's own reading and reckoning. */
export type Rule = (application: Application) => boolean;

export const built = [
  'enfamiliehus_ny',
  'tilbygning',
  'sommerhus',
  'sekundaer_over_50',
  'raekkehus_dobbelthus',
  'etagebolig',
  'erhverv_lager',
  'landzone_byggeri',
];

export function isOneOf({ shown }: Application, types: readonly string[]): boolean {
  return types.includes(shown.caseType);
}

/** Small outbuildings, a small demolition or a notice: nothing is to be classified or proved. */
export function needsNoPermit(application: Application): boolean {
  const { shown } = application;
  return shown.caseType === 'sekundaer_over_50' && (application.number('sekundaert_areal_m2') ?? 99) <= 50;
}
