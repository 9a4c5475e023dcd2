import { injections } from './injections/all.ts';
import type { Where } from './injections/injection.ts';

export interface InjectionRow {
  id: string;
  code: string;
  where: Where;
  trigger: string;
  caseTypes: readonly string[];
  brings: readonly string[];
}

/** All ways to bring a defect in, by code: for the documentation's table. */
export function listInjections(): InjectionRow[] {
  return injections
    .map(({ id, code, where, trigger, caseTypes, brings = [] }) => ({
      id,
      code,
      where,
      trigger,
      caseTypes,
      brings,
    }))
    .sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.id < b.id ? -1 : 1));
}
