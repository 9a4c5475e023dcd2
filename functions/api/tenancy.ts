import { type Principal, partyOf } from './principal.ts';
import type { Kind, ResourceOf } from './resources.ts';

/**
 * Who may read a record: the one place that says so. An operator sees all; a municipality its own, what is shared, and
 * the models; a vendor its own submissions, models and consents, and data sets that are shared and synthetic.
 */
const readers: { [K in Kind]: (principal: Principal, record: ResourceOf[K]) => boolean } = {
  datasets: (principal, { shared, dataset }) =>
    shared && (principal.role === 'municipality' || (principal.role === 'vendor' && dataset.synthetic)),
  models: (principal, { vendor }) =>
    principal.role === 'municipality' || (principal.role === 'vendor' && principal.id === vendor),
  runs: (principal, { shared }) => principal.role === 'municipality' && shared,
  submissions: () => false,
  consents: () => false,
};

export function mayRead<K extends Kind>(kind: K, principal: Principal, record: ResourceOf[K]): boolean {
  return mayWrite(principal, record) || readers[kind](principal, record);
}

/** Whether a record is the principal's own to change; an operator's are all. */
export function mayWrite(principal: Principal, record: ResourceOf[Kind]): boolean {
  if (principal.role === 'anonymous') return false;
  return principal.role === 'operator' || partyOf(principal) === record.owner;
}

/** Whether a principal sees all of a run's result: its data is its own. Others are told what a publication tells. */
export function maySeeCases(principal: Principal, dataset: ResourceOf['datasets']): boolean {
  return mayWrite(principal, dataset);
}
