import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ResultSchema } from '../../evals/artifacts.ts';
import type { Route } from '../../functions/api/route.ts';
import { routes } from '../../functions/api/routes.ts';
import type { Reply } from '../support/api-server.ts';
import {
  openTenants,
  principals,
  type Target,
  type TargetKind,
  type TenantApi,
  type Tenants,
} from '../support/api-tenants.ts';

type Role = 'anonymous' | 'operator' | 'municipality' | 'vendor';

/** What the test holds to be right of a route: written here once more, from the issue and not from the code. */
interface Rule {
  who: readonly Role[];
  /** The kind of record that the path names. */
  kind?: TargetKind;
  /** What of it is enough. */
  needs?: 'sight' | 'ownership';
  /** Sent so that, where it is allowed, nothing changes. */
  body?: (target: Target) => object;
}

const all = ['anonymous', 'operator', 'municipality', 'vendor'] as const;
const known = ['operator', 'municipality', 'vendor'] as const;
const authorities = ['operator', 'municipality'] as const;

/** By operation: a route that is not here fails the first test. */
const rules: Record<string, Rule> = {
  readHealth: { who: all },
  readDocument: { who: all },
  readLeaderboard: { who: all },
  putUpload: { who: all },
  readMe: { who: known },
  registerDataset: { who: authorities, body: () => ({ folder: 'not-there' }) },
  listDatasets: { who: known },
  readDataset: { who: known, kind: 'datasets', needs: 'sight' },
  shareDataset: {
    who: authorities,
    kind: 'datasets',
    needs: 'ownership',
    body: ({ shared }) => ({ shared }),
  },
  readCases: { who: known, kind: 'datasets', needs: 'sight' },
  registerModel: { who: ['operator'], body: () => ({ entry: { adapter: 'silent' } }) },
  listModels: { who: known },
  readModel: { who: known, kind: 'models', needs: 'sight' },
  retireModel: { who: ['operator'], kind: 'models', needs: 'ownership', body: () => ({}) },
  recordConsent: {
    who: ['operator', 'vendor'],
    kind: 'consents',
    needs: 'ownership',
    body: ({ owner }) => ({ by: `CANARY-office-${owner.replace(/^vendor:/u, '')}!` }),
  },
  readConsent: { who: ['operator', 'vendor'], kind: 'consents', needs: 'sight' },
  withdrawConsent: { who: ['operator', 'vendor'], kind: 'consents', needs: 'ownership' },
  startRun: {
    who: authorities,
    body: () => ({ datasetId: `operator.${'0'.repeat(20)}`, models: ['silent'] }),
  },
  listRuns: { who: authorities },
  readRun: { who: authorities, kind: 'runs', needs: 'sight' },
  cancelRun: { who: authorities, kind: 'runs', needs: 'ownership' },
  redriveRun: { who: authorities, kind: 'runs', needs: 'ownership' },
  publishRun: {
    who: authorities,
    kind: 'runs',
    needs: 'ownership',
    body: () => ({ published: false }),
  },
  shareRun: { who: authorities, kind: 'runs', needs: 'ownership', body: ({ shared }) => ({ shared }) },
  readRunResult: { who: authorities, kind: 'runs', needs: 'sight' },
  createSubmission: {
    who: ['vendor'],
    body: () => ({
      datasetId: `operator.${'0'.repeat(20)}`,
      split: 'test',
      model: { id: 'x', version: '1' },
      bytes: 1,
      sha256: '0'.repeat(64),
    }),
  },
  listSubmissions: { who: ['operator', 'vendor'] },
  readSubmission: { who: ['operator', 'vendor'], kind: 'submissions', needs: 'sight' },
  scoreSubmission: { who: ['vendor'], kind: 'submissions', needs: 'ownership' },
  readSubmissionResult: { who: ['operator', 'vendor'], kind: 'submissions', needs: 'sight' },
  publishSubmission: { who: ['vendor'], kind: 'submissions', needs: 'ownership' },
  withdrawSubmission: { who: ['vendor'], kind: 'submissions', needs: 'ownership' },
  readAudit: { who: ['operator'] },
};

/** What does change something where it is allowed: tried by others first, and by its owner last. */
const changing = new Set(['retireModel', 'publishSubmission', 'withdrawSubmission', 'withdrawConsent']);

const roleOf = (principal: string | null): Role =>
  (principal === null ? 'anonymous' : principal.replace(/:.*$/u, '')) as Role;

function owns(principal: string | null, { owner }: Target): boolean {
  return principal === 'operator' || principal === owner;
}

function sees(principal: string | null, target: Target): boolean {
  if (owns(principal, target)) return true;
  const role = roleOf(principal);
  switch (target.kind) {
    case 'datasets':
      return target.shared && role !== 'anonymous';
    case 'runs':
      return target.shared && role === 'municipality';
    case 'models':
      return role === 'municipality' || (role === 'vendor' && target.vendor === principal);
    case 'consents':
    case 'submissions':
      return false;
  }
}

/** The statuses that one may be answered with. */
function expectedStatus(
  principal: string | null,
  rule: Rule,
  target: Target | undefined,
): number[] | 'allowed' {
  if (!rule.who.includes(roleOf(principal))) return [principal === null ? 401 : 403];
  if (target === undefined) return 'allowed';
  if (!sees(principal, target)) return [404];
  return rule.needs === 'sight' || owns(principal, target) ? 'allowed' : [403];
}

/** What every way into the API holds to: 0 cross-tenant reads and writes over all routes and principals. */
export function describeTenancy(name: string, open: () => Promise<TenantApi>): void {
  describe(`tenancy over all routes and principals: ${name}`, () => {
    let tenants: Tenants;
    beforeAll(async () => {
      tenants = await openTenants(await open());
    });
    afterAll(() => tenants.api.close());

    const call = (principal: string | null, route: Route, rule: Rule, target?: Target): Promise<Reply> => {
      const id = encodeURIComponent(target?.id ?? 'forged-token');
      const path = route.path.replace('{split}', target?.split ?? '').replace(/\{\w+\}/u, id);
      const body = rule.body?.(target!);
      return tenants.api.as(principal, route.method, path, body === undefined ? {} : { body });
    };

    /** No word of another's is in what was answered. */
    function expectNoForeignWord(principal: string | null, reply: Reply, what: string): void {
      for (const { word, seenBy } of tenants.canaries)
        if (!seenBy(principal)) expect(reply.text.includes(word), `${what} tells ${word}`).toBe(false);
    }

    /** All records that are somebody's, as they are stored. */
    async function snapshot(): Promise<unknown> {
      const { registry } = tenants.api;
      const kinds = ['datasets', 'models', 'runs', 'submissions', 'leaderboard', 'quotas', 'consents'];
      return Promise.all(kinds.map((kind) => registry.list(kind, { limit: 1000 })));
    }

    it('has a rule for every route, and a route for every rule', () => {
      expect(Object.keys(rules).sort()).toEqual(routes.map(({ operationId }) => operationId).sort());
      expect(principals).toHaveLength(11);
    });

    it('says in the routes themselves who may call them, as the rules do', () => {
      for (const { operationId, who } of routes)
        expect([operationId, who === 'everyone' ? [...all].sort() : [...who].sort()]).toEqual([
          operationId,
          [...rules[operationId]!.who].sort(),
        ]);
    });

    it('has 0 cross-tenant reads and writes', async () => {
      const before = await snapshot();
      let [refused, allowed] = [0, 0];
      for (const route of routes) {
        const rule = rules[route.operationId]!;
        const targets =
          rule.kind === undefined ? [undefined] : tenants.targets.filter(({ kind }) => kind === rule.kind);
        expect(targets.length).toBeGreaterThan(0);
        for (const principal of principals) {
          for (const target of targets) {
            const expected = expectedStatus(principal, rule, target);
            if (expected === 'allowed' && changing.has(route.operationId)) continue;
            const what = `${route.operationId} of ${target?.owner ?? '-'} by ${principal ?? 'anonymous'}`;
            const reply = await call(principal, route, rule, target);
            expectNoForeignWord(principal, reply, what);
            if (expected === 'allowed') {
              expect([401, 500, 503], `${what}: ${reply.text}`).not.toContain(reply.status);
              // Where the path names nothing, what is named in the body is not there, and an upload's token is forged.
              if (target !== undefined && route.operationId !== 'readSubmissionResult')
                expect([403, 404], `${what}: ${reply.text}`).not.toContain(reply.status);
              allowed += 1;
            } else {
              expect(expected, `${what}: ${reply.text}`).toContain(reply.status);
              expect(reply.headers.get('content-type')).toBe('application/problem+json');
              refused += 1;
            }
          }
        }
      }
      expect(refused).toBeGreaterThan(500);
      expect(allowed).toBeGreaterThan(150);
      const untimed = (value: unknown) =>
        JSON.parse(JSON.stringify(value).replaceAll(/"(updatedAt|version)":[^,}]+/gu, '"$1":0'));
      expect(untimed(await snapshot())).toEqual(untimed(before));
    });

    it.each([
      ['/v1/datasets', 'datasets'],
      ['/v1/runs', 'runs'],
      ['/v1/models', 'models'],
      ['/v1/submissions', 'submissions'],
    ] as const)('lists at %s what each may see, and nothing else, page by page', async (path, kind) => {
      const rule = rules[routes.find((route) => route.path === path && route.method === 'GET')!.operationId]!;
      for (const principal of principals) {
        if (!rule.who.includes(roleOf(principal))) continue;
        const found: string[] = [];
        for (let after = ''; ; ) {
          const reply = await tenants.api.as(principal, 'GET', `${path}?limit=2${after}`);
          const { items, next } = reply.body as { items: { id: string }[]; next: string | null };
          found.push(...items.map(({ id }) => id));
          if (next === null) break;
          after = `&after=${encodeURIComponent(next)}`;
        }
        const visible = tenants.targets.filter((target) => target.kind === kind && sees(principal, target));
        expect([principal, found.sort()]).toEqual([principal, visible.map(({ id }) => id).sort()]);
      }
    });

    it('does not let a write name another’s data', async () => {
      const { api, targets } = tenants;
      for (const principal of principals.slice(2)) {
        for (const target of targets.filter(({ kind }) => kind === 'datasets')) {
          if (sees(principal, target)) continue;
          const municipality = roleOf(principal) === 'municipality';
          const body = municipality
            ? { datasetId: target.id, models: ['silent'] }
            : {
                datasetId: target.id,
                split: 'test',
                model: { id: principal!.replace(/^.*:/u, ''), version: '1' },
                bytes: 1,
                sha256: '0'.repeat(64),
              };
          const reply = await api.as(principal, 'POST', municipality ? '/v1/runs' : '/v1/submissions', {
            body,
          });
          expect([principal, target.owner, reply.status]).toEqual([principal, target.owner, 404]);
        }
      }
      for (const folder of ['../m-0102/own', '..', '/etc', 'm-0102/own', '%2e%2e', 'own/../../m-0102/own'])
        expect((await api.as('municipality:0101', 'POST', '/v1/datasets', { body: { folder } })).status).toBe(
          422,
        );
    });

    it('tells others of a shared run its figures, and no case', async () => {
      const run = tenants.targets.find(({ kind, shared }) => kind === 'runs' && shared)!;
      const path = `/v1/runs/${run.id}/result`;
      const own = await tenants.api.as(run.owner, 'GET', path);
      expect(own.text).toContain('"m2t01"');
      const other = await tenants.api.as('municipality:0106', 'GET', path);
      expect(other.status).toBe(200);
      expect(other.text).not.toMatch(/"m2t\d\d"/u);
      const { people, models } = ResultSchema.parse(other.body);
      expect(people).toBeNull();
      expect(models.flatMap(({ slices }) => slices.municipality)).toEqual([]);
    });

    it('logs who did what, and the log cannot be changed', async () => {
      const reply = await tenants.api.as('operator', 'GET', '/v1/audit?limit=200');
      const { items } = reply.body as {
        items: { party: string; action: string; phase: string; status: number }[];
      };
      const answered = items.filter(
        ({ action, phase }) => action === 'registerDataset' && phase === 'answered',
      );
      expect(answered.slice(0, 7).map(({ party, status }) => [party, status])).toEqual(
        ['operator', 1, 2, 3, 4, 5, 6].map((at) => [at === 'operator' ? at : `municipality:010${at}`, 201]),
      );
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
        expect((await tenants.api.as('operator', method, '/v1/audit')).status).toBe(405);
      for (const { word } of tenants.canaries.filter(({ word }) => word.startsWith('CANARY')))
        expect(reply.text).not.toContain(word);
    });

    it('lets the owners do what changes something', async () => {
      for (const operationId of [
        'withdrawSubmission',
        'publishSubmission',
        'retireModel',
        'withdrawConsent',
      ]) {
        const route = routes.find((each) => each.operationId === operationId)!;
        const rule = rules[operationId]!;
        for (const target of tenants.targets.filter(({ kind }) => kind === rule.kind)) {
          const reply = await call(target.owner, route, rule, target);
          expect([200, 204], reply.text).toContain(reply.status);
        }
      }
      expect((await tenants.api.as('operator', 'GET', '/v1/models')).body).toEqual({ items: [], next: null });
    });
  });
}
