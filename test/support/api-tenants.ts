import { expect } from 'vitest';
import type { Registry } from '../../evals/ports.ts';
import { type ApiServer, answersOf, apiSplit } from './api-server.ts';
import { idOf, settled, submit } from './api-submission.ts';
import type { SmallSplit } from './small-dataset.ts';

export const municipalities = Array.from({ length: 6 }, (_, at) => `municipality:010${at + 1}`);
export const vendors = ['vendor:acme', 'vendor:bygtjek', 'vendor:acme-labs'];
/** null: nobody says who asks. */
export const principals: readonly (string | null)[] = [null, 'operator', ...municipalities, ...vendors];

export type TargetKind = 'datasets' | 'runs' | 'submissions' | 'models' | 'consents';

/** A record that somebody owns, with what the test's own rules go by. */
export interface Target {
  kind: TargetKind;
  id: string;
  owner: string;
  shared: boolean;
  /** Of a model: whose it is. */
  vendor?: string;
  /** Of a data set: a split that it has. */
  split?: string;
}

/** A word that stands in what one party may see, and the parties that may. */
export interface Canary {
  word: string;
  seenBy: (principal: string | null) => boolean;
}

/** A way into the API. */
export interface TenantApi extends Pick<ApiServer, 'ask' | 'as' | 'close'> {
  registry: Registry;
  /** Puts a data set where its party has it registered. */
  placeDataset(
    slug: string,
    name: string,
    splits: Record<string, SmallSplit>,
    changes?: object,
  ): Promise<void>;
}

export interface Tenants {
  api: TenantApi;
  targets: Target[];
  canaries: Canary[];
}

const isMunicipality = (principal: string | null) => principal?.startsWith('municipality:') === true;
const nameOf = (party: string) => party.replace(/^.*:/u, '');

/** A server with something of each party: data sets, runs, models and submissions; one of each kind is shared. */
export async function openTenants(api: TenantApi): Promise<Tenants> {
  const targets: Target[] = [];
  const canaries: Canary[] = [];
  const make = async (group: string, path: string, body: object) => {
    const reply = await api.as(group, 'POST', path, { body });
    expect(reply.status, reply.text).toBe(201);
    return idOf(reply);
  };
  const registerDataset = async (owner: string, prefix: string, shared: boolean, runShared = false) => {
    const slug = owner === 'operator' ? 'operator' : `m-${nameOf(owner)}`;
    const title = `CANARY-titel-${slug}`;
    const splits = { practice: apiSplit(`${prefix}p`), test: apiSplit(`${prefix}t`) };
    await api.placeDataset(slug, 'own', splits, { titleDa: title, titleEn: title });
    const id = await make(owner, '/v1/datasets', { folder: 'own', shared });
    targets.push({ kind: 'datasets', id, owner, shared, split: 'test' });
    const seen = (also: boolean) => (principal: string | null) =>
      principal === 'operator' || principal === owner || (shared && principal !== null) || also;
    canaries.push({ word: `"${prefix}t01"`, seenBy: seen(false) });
    canaries.push({
      word: title,
      seenBy: (principal) => seen(false)(principal) || (runShared && isMunicipality(principal)),
    });
    return id;
  };

  await make('operator', '/v1/models', { entry: { adapter: 'silent' } });
  targets.push({ kind: 'models', id: 'silent', owner: 'operator', shared: false });
  for (const vendor of vendors) {
    const id = `${nameOf(vendor)}.endpoint`;
    const url = `https://canary-${nameOf(vendor)}.example/screen`;
    const entry = {
      adapter: 'http',
      id,
      version: '1',
      url,
      auth: { type: 'bearer', token: 'env:CANARY_TOKEN' },
    };
    await make('operator', '/v1/models', { vendor: nameOf(vendor), entry });
    targets.push({ kind: 'models', id, owner: 'operator', shared: false, vendor });
    canaries.push({ word: `canary-${nameOf(vendor)}.example`, seenBy: () => false });
    const by = `CANARY-office-${nameOf(vendor)}!`;
    const given = await api.as(vendor, 'POST', `/v1/models/${id}/consent`, { body: { by } });
    expect(given.status, given.text).toBe(200);
    targets.push({ kind: 'consents', id, owner: vendor, shared: false });
    canaries.push({ word: by, seenBy: (principal) => principal === 'operator' || principal === vendor });
  }
  canaries.push({ word: 'CANARY_TOKEN', seenBy: () => false });

  const open = await registerDataset('operator', 'o', true);
  for (const [at, owner] of municipalities.entries()) {
    const [dataShared, runShared] = [at === 0, at === 1];
    const datasetId = await registerDataset(owner, `m${at + 1}`, dataShared, runShared);
    const note = `CANARY-note-${nameOf(owner)}!`;
    const body = { datasetId, models: ['silent'], shared: runShared, note };
    const id = await make(owner, '/v1/runs', body);
    targets.push({ kind: 'runs', id, owner, shared: runShared });
    canaries.push({
      word: note,
      seenBy: (principal) =>
        principal === 'operator' || principal === owner || (runShared && isMunicipality(principal)),
    });
  }
  for (const vendor of vendors) {
    const model = { id: `${nameOf(vendor)}.sent`, version: '1' };
    const note = `CANARY-note-${nameOf(vendor)}!`;
    const sent = await submit(api, vendor, answersOf(model, 'ot'), {
      datasetId: open,
      split: 'test',
      model,
      note,
    });
    expect(sent.state, JSON.stringify(sent)).toBe('scored');
    const seenBy = (principal: string | null) => principal === 'operator' || principal === vendor;
    const published = vendor === vendors[0];
    targets.push({ kind: 'submissions', id: sent.id, owner: vendor, shared: published });
    canaries.push({ word: note, seenBy });
    // The name of what is published is everybody's.
    canaries.push({ word: `"${model.id}"`, seenBy: (principal) => published || seenBy(principal) });
    if (published)
      expect((await api.as(vendor, 'POST', `/v1/submissions/${sent.id}/publish`)).status).toBe(200);
  }
  for (const { kind, id, owner } of targets)
    if (kind === 'runs')
      expect((await settled(api, owner, `/v1/runs/${id}`, ['done', 'failed'])).state).toBe('done');
  return { api, targets, canaries };
}
