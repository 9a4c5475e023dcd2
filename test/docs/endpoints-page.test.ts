import { describe, expect, it } from 'vitest';
import { errorKinds } from '../../evals/screening/error-kinds.ts';
import { httpLimits } from '../../functions/adapters/http/http-limits.ts';
import { answerFaults } from '../support/faulty/answer-faults.ts';
import { authFaults } from '../support/faulty/auth-faults.ts';
import { bodyFaults } from '../support/faulty/body-faults.ts';
import { connectionFaults } from '../support/faulty/connection-faults.ts';
import { pollFaults } from '../support/faulty/poll-faults.ts';
import { statusFaults } from '../support/faulty/status-faults.ts';
import { kindsOf } from './render-kinds.ts';

const faults = [connectionFaults, statusFaults, bodyFaults, answerFaults, pollFaults, authFaults].flat();

/** Kinds that other tests show. */
const elsewhere = ['failed tls', 'failed files-too-large'];

describe('docs/endpoints.md', () => {
  it('tells of the kinds of error that an endpoint’s faults come to, and of no other', () => {
    const listed = [...kindsOf('http'), 'timeout' as const].map(
      (kind) => `${errorKinds[kind].status} ${kind}`,
    );
    const shown = faults
      .filter(({ kind }) => kind !== undefined)
      .map(({ kind, status }) => `${status} ${kind!.replace(/^http-\d+$/u, 'http-NNN')}`);
    expect(listed.sort()).toEqual([...new Set([...shown, ...elsewhere])].sort());
  });

  it('says the bounds as they are', () => {
    expect(httpLimits).toMatchObject({
      answerBytes: 4_000_000,
      headerBytes: 16_384,
      bodyMs: 60_000,
      depth: 64,
      redirects: 3,
      fileBytes: 20_000_000,
    });
  });
});
