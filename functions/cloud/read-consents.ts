import type { Consent, Withdrawal } from '../../evals/publishing/consent.ts';
import type { Desk } from '../api/desk.ts';
import type { Party } from '../api/principal.ts';
import type { ConsentRecord } from '../api/resources.ts';

/**
 * The consents that hold for a run's models.
 * @param owners of the models when the run was planned: what others say for a model of the same name is not about this one
 */
export async function readConsents(desk: Desk, owners: ReadonlyMap<string, Party>): Promise<Consent[]> {
  const records = await readRecords(desk, owners.keys());
  return records
    .filter(({ id, owner, withdrawn }) => withdrawn === null && owner === owners.get(id))
    .map(({ id: model, by, date }) => ({ model, by, date }));
}

/** The consents to models that were taken back. */
export async function readWithdrawals(desk: Desk, models: Iterable<string>): Promise<Withdrawal[]> {
  const records = await readRecords(desk, models);
  return records.flatMap(({ id: model, withdrawn }) =>
    withdrawn === null ? [] : [{ model, date: withdrawn }],
  );
}

async function readRecords(desk: Desk, models: Iterable<string>): Promise<ConsentRecord[]> {
  const found = await Promise.all([...models].map((id) => desk.find('consents', id)));
  return found.filter((each) => each !== null);
}
