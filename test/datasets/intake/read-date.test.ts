import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DateFormat,
  dateFormats,
  plainDateFormats,
  readDate,
} from '../../../datasets/intake/read-date.ts';

const days = fc
  .date({ min: new Date('1955-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const write: Record<DateFormat, (iso: string) => string> = {
  'yyyy-mm-dd': (iso) => iso,
  'dd-mm-yyyy': (iso) => parts(iso).join('-'),
  'dd.mm.yyyy': (iso) => parts(iso).join('.'),
  'd/m-yyyy': (iso) => `${Number(parts(iso)[0])}/${Number(parts(iso)[1])}-${parts(iso)[2]}`,
  'dd/mm/yyyy': (iso) => parts(iso).join('/'),
  'mm/dd/yyyy': (iso) => `${parts(iso)[1]}/${parts(iso)[0]}/${parts(iso)[2]}`,
  'dd-mm-yy': (iso) => `${parts(iso)[0]}-${parts(iso)[1]}-${parts(iso)[2]!.slice(2)}`,
  excel: (iso) => String(Date.parse(iso) / 86_400_000 + 25_569),
};

function parts(iso: string): string[] {
  return iso.split('-').reverse();
}

describe('readDate', () => {
  it('reads back what is written in each format', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...dateFormats), (day, format) => {
        fc.pre(format !== 'dd-mm-yy' || day >= '2000');
        expect(readDate(write[format](day), [format])).toEqual({ ok: true, value: day });
      }),
    );
  });

  it('reads the plain formats without being told which', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...plainDateFormats), (day, format) => {
        expect(readDate(write[format](day), plainDateFormats)).toEqual({ ok: true, value: day });
      }),
    );
  });

  it('reads a serial number by the calendar of 1904', () => {
    expect(readDate('44087', ['excel'], '1904')).toEqual(readDate('45549', ['excel']));
    expect(readDate('45549', ['excel'])).toEqual({ ok: true, value: '2024-09-14' });
  });

  it.each([
    ['14-09-2024 10:30', '2024-09-14'],
    ['2024-09-14T10:30:00', '2024-09-14'],
    ['14. 9. 2024', '2024-09-14'],
    ['29-02-2024', '2024-02-29'],
    ['45549,5', '2024-09-14'],
  ])('%s is %s', (text, value) => {
    expect(readDate(text, plainDateFormats)).toEqual({ ok: true, value });
  });

  it.each([
    '29-02-2023',
    '2024-13-01',
    '14/09/2024',
    '14-09-24',
    '14-sep-2024',
    '',
    '2024',
    '99999',
    '0-0-0000',
  ])('%j is none', (text) => {
    expect(readDate(text, plainDateFormats).ok).toBe(false);
  });
});
