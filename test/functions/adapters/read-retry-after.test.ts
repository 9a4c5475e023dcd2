import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRetryAfter } from '../../../functions/adapters/read-retry-after.ts';

const now = Date.parse('2026-01-01T00:00:00Z');

describe('readRetryAfter', () => {
  it.each([
    ['0', 0],
    ['7', 7000],
    [' 7 ', 7000],
    ['0.5', 500],
    ['999999999999999999999', 3_600_000],
    ['9'.repeat(400), 3_600_000],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
    ['Thursday, 01-Jan-26 00:00:30 GMT', 30_000],
    ['Wed, 21 Oct 2015 07:28:00 GMT', 0],
    ['Fri, 21 Oct 2315 07:28:00 GMT', 3_600_000],
    ['-1', undefined],
    ['1e9', undefined],
    ['NaN', undefined],
    ['soon', undefined],
    ['Thu, 99 Foo 2026', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s: %s ms', (header, ms) => {
    expect(readRetryAfter(header, now)).toBe(ms);
  });

  it('is no wait, or one of at most an hour, whatever is sent', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double().map(String), fc.date().map(String)), (header) => {
        const ms = readRetryAfter(header, now) ?? 0;
        expect(ms >= 0 && ms <= 3_600_000).toBe(true);
      }),
    );
  });
});
