import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../datasets/intake/read-number.ts';

const danish = { style: 'danish' } as const;
const exact = fc
  .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 4 }))
  .map(([whole, digits]) => ({ value: whole / 10 ** digits, digits }));

describe('readNumber', () => {
  it('reads back what is written the Danish way, with thousands and without', () => {
    fc.assert(
      fc.property(exact, fc.boolean(), ({ value, digits }, useGrouping) => {
        const text = value.toLocaleString('da-DK', {
          useGrouping,
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        });
        expect(readNumber(text, { ...danish, thousands: true })).toEqual({
          ok: true,
          value: value === 0 ? 0 : value,
        });
      }),
    );
  });

  it('reads back what is written the English way', () => {
    fc.assert(
      fc.property(exact, ({ value, digits }) => {
        const text = value.toLocaleString('en-GB', {
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        });
        expect(readNumber(text, { style: 'english', thousands: true })).toEqual({
          ok: true,
          value: value === 0 ? 0 : value,
        });
      }),
    );
  });

  it('never reads the same text as two numbers: what one style takes, the other refuses or reads alike, unless thousands are declared', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9.,]{1,9}$/u), (text) => {
        const one = readNumber(text, danish);
        const other = readNumber(text, { style: 'english' });
        // A decimal comma with three digits is the one exception: Danish by default.
        if (!one.ok || !other.ok || /^\d+[.,]\d{3}$/u.test(text)) return;
        expect(one).toEqual(other);
      }),
    );
  });

  it.each([
    ['1.234,5', 1234.5],
    ['1 234,5', 1234.5],
    ['1.234.567', 1_234_567],
    ['0,30', 0.3],
    ['-0', 0],
    ['+7', 7],
    ['\u22123,5', -3.5],
    ['007', 7],
  ])('%s is %d', (text, value) => {
    expect(readNumber(text, danish)).toEqual({ ok: true, value });
  });

  it.each([
    '',
    ',5',
    '1,',
    '1,2,3',
    '1.23,4',
    '12.34.567',
    '1e5',
    '0x10',
    '½',
    '١',
    '1,234.5',
    '0.123',
    '--1',
  ])('%j is none', (text) => {
    expect(readNumber(text, danish).ok).toBe(false);
  });
});
