import { absenceInjections } from './absences.ts';
import { drawnInjections } from './drawn.ts';
import type { Injection } from './injection.ts';
import { numberInjections } from './numbers.ts';
import { planInjections } from './plans.ts';
import { relationInjections } from './relations.ts';
import { wordInjections } from './words.ts';

/** Every way to bring a defect in. */
export const injections: readonly Injection[] = [
  ...absenceInjections,
  ...relationInjections,
  ...drawnInjections,
  ...numberInjections,
  ...wordInjections,
  ...planInjections,
];
