import { describe, expect, it } from 'vitest';
import { isConforming } from '../../../functions/vendor/check/run-checks.ts';
import { type FaultName, faultNames } from '../../../functions/vendor/mock/faults.ts';
import { checkMock, failedOf, mockKey } from './check-mock.ts';

/** Which checks each fault of the example server fails: these, and no other. */
const expected: Record<FaultName, readonly string[]> = {
  slow: ['in-time'],
  hang: ['in-time'],
  drip: ['in-time'],
  truncated: ['whole'],
  reset: ['whole'],
  'error-500': ['status'],
  throttle: ['status'],
  'bad-retry-after': ['status', 'retry-after'],
  redirect: ['status'],
  'foreign-redirect': ['status'],
  html: ['content-type', 'json'],
  'wrong-content-type': ['content-type'],
  'wrong-charset': ['charset'],
  'bad-utf8': ['utf8'],
  bom: ['utf8'],
  'fenced-json': ['json'],
  huge: ['size'],
  'wrong-case': ['case-id'],
  'wrong-shape': ['findings-list'],
  'duplicate-ids': ['finding-ids'],
  'missing-text': ['answer-shape'],
  'unknown-code': ['codes-known'],
  'bad-citation-type': ['citation-form'],
  'unreadable-citation': ['citations-readable'],
  'bad-evidence': ['evidence-form'],
  'missing-document': ['evidence-exists'],
  'confidence-percent': ['confidence'],
  'bad-status': ['status-value'],
  'bad-outcome': ['outcome-value'],
  'no-version': ['model-named'],
  'changing-version': ['model-version'],
  'ascii-only': ['danish-letters'],
  mojibake: ['danish-letters'],
  'no-auth': ['missing-auth', 'wrong-auth'],
  'accepts-anything': ['malformed-json'],
  'accepts-any-shape': ['without-case'],
  'any-content-type': ['wrong-content-type'],
  'any-contract': ['unknown-contract'],
  'crash-on-bad-request': ['malformed-json', 'without-case', 'unknown-contract', 'wrong-content-type'],
  'plain-errors': ['problem-json'],
  'leaks-key': ['secret-kept'],
  'refuses-unknown-fields': ['unknown-field'],
  'refuses-files': ['file-inline'],
  'refuses-long-cases': ['long-case'],
  'refuses-no-documents': ['no-documents'],
  'refuses-empty-fields': ['empty-fields'],
  'refuses-local-rules': ['local-rules'],
  'refuses-repeats': ['repeat'],
  'breaks-on-markup': ['hostile-text'],
  'one-at-a-time': ['parallel'],
  'mixed-up': ['parallel'],
  'lost-idempotency': ['idempotent'],
  'never-ready': ['async-ends'],
  'no-location': ['async-location'],
  'foreign-location': ['async-location'],
  'job-lost': ['async-ends'],
  'bad-poll-wait': ['retry-after'],
};

/** Faults after which the endpoint still meets the contract: they cost figures. */
const advised = ['unknown-code', 'unreadable-citation', 'no-version'];

describe('each fault fails the checks that are about it, and no other', () => {
  it('names every fault', () => {
    expect(Object.keys(expected).sort()).toEqual([...faultNames].sort());
    expect(faultNames.length).toBeGreaterThanOrEqual(15);
  });

  it.each(faultNames)('%s', async (name) => {
    const endless = ['in-time', 'async-ends'].includes(expected[name][0]!);
    const outcomes = await checkMock(
      { faults: [name], slowMs: 60_000 },
      { timeoutMs: endless ? 1500 : 20_000 },
    );
    expect(failedOf(outcomes)).toEqual(expected[name]);
    expect(isConforming(outcomes)).toBe(advised.includes(name));
    for (const { check, verdict } of outcomes) {
      if (verdict.verdict !== 'fail') continue;
      expect(verdict.field).not.toBe('');
      for (const language of ['da', 'en'] as const) {
        expect(verdict.is[language]).not.toBe('');
        expect(check.mend[language].length).toBeGreaterThan(10);
      }
    }
    expect(JSON.stringify(outcomes)).not.toContain(mockKey);
  });
});
