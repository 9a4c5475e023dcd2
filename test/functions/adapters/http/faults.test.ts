import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { askEndpoint } from '../../../support/ask-endpoint.ts';
import { answerFaults } from '../../../support/faulty/answer-faults.ts';
import { authFaults } from '../../../support/faulty/auth-faults.ts';
import { bodyFaults } from '../../../support/faulty/body-faults.ts';
import { connectionFaults } from '../../../support/faulty/connection-faults.ts';
import type { Fault } from '../../../support/faulty/fault.ts';
import { type FaultyServer, startFaultyServer } from '../../../support/faulty/faulty-server.ts';
import { pollFaults } from '../../../support/faulty/poll-faults.ts';
import { statusFaults } from '../../../support/faulty/status-faults.ts';
import { httpModel } from '../../../support/http-model.ts';

const groups = { connectionFaults, statusFaults, bodyFaults, answerFaults, pollFaults, authFaults };

/** Waits that the endpoint asked for are whole seconds or nothing; the run's own are drawn. */
const asked = (ms: number) => ms % 1000 === 0;

const openSockets = () =>
  process.getActiveResourcesInfo().filter((name) => /^T(?:CP|LS)(?:Socket)?Wrap$/u.test(name));

describe('an endpoint that', () => {
  let server: FaultyServer;
  beforeAll(async () => {
    server = await startFaultyServer();
  });
  afterEach(() => {
    server.seen.length = 0;
    server.queue();
  });
  afterAll(() => server.close());

  for (const [group, faults] of Object.entries(groups)) {
    describe(group, () => {
      it.each(faults)('$name', async (fault: Fault) => {
        const { entry, limits = {}, timeoutMs, attempts = 1, requests = attempts } = fault;
        const changes = typeof entry === 'function' ? entry(server) : (entry ?? {});
        const model = await httpModel(`${server.origin}/screen`, { limits, entry: changes });
        server.queue(...fault.replies);
        const { screening, call, sleptMs } = await askEndpoint(model, timeoutMs);
        expect({
          status: screening.status,
          kind: screening.error?.kind,
          repaired: screening.repaired,
          call: { status: call.status, attempts: call.attempts },
          requests: requests === 'any' ? requests : server.seen.length,
        }).toEqual({
          status: fault.status,
          kind: fault.kind,
          repaired: fault.repaired,
          call: { status: fault.status, attempts },
          requests,
        });
        expect(screening.error?.message ?? '').toMatch(fault.says ?? /^/u);
        if (fault.waitsMs !== undefined) expect(sleptMs.filter(asked)).toEqual(fault.waitsMs);

        server.queue();
        const next = await askEndpoint(model);
        expect(next.screening.status).toBe(fault.staysDown ? 'failed' : 'answered');
        await model.close();
        await server.untilIdle();
        expect(server.connections()).toBe(0);
        expect(openSockets()).toEqual([]);
      });
    });
  }

  it('refuses the connection, and is back for the next question', async () => {
    const { origin, port, close } = await startFaultyServer();
    await close();
    const model = await httpModel(`${origin}/screen`, { limits: {}, entry: {} });
    const { screening, call } = await askEndpoint(model);
    expect({ status: screening.status, kind: screening.error?.kind, attempts: call.attempts }).toEqual({
      status: 'failed',
      kind: 'network',
      attempts: 3,
    });
    expect(screening.error?.message).toMatch(/ECONNREFUSED/u);
    const back = await startFaultyServer(port);
    expect((await askEndpoint(model)).screening.status).toBe('answered');
    await model.close();
    await back.untilIdle();
    await back.close();
    expect(openSockets()).toEqual([]);
  });

  it('adds up to a matrix worth its name', () => {
    const names = Object.values(groups).flatMap((faults) => faults.map(({ name }) => name));
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(90);
  });
});
