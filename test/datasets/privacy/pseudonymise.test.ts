import { describe, expect, it } from 'vitest';
import { makeCorpus } from '../../../bench/gate/make-corpus.ts';
import { detect } from '../../../datasets/privacy/detect.ts';
import { addDays } from '../../../datasets/privacy/pseudonymise/add-days.ts';
import { chooseShift, lawDates } from '../../../datasets/privacy/pseudonymise/law-window.ts';
import {
  learnNames,
  type ReplaceContext,
  replaceText,
} from '../../../datasets/privacy/pseudonymise/replace-text.ts';
import { shiftDates } from '../../../datasets/privacy/pseudonymise/shift-dates.ts';
import { builtInCatalogue } from '../../../datasets/rules/built-in-catalogue.ts';

const key = new Uint8Array(32).fill(7);

function contextOf(scope: string, words: Iterable<string> = []): ReplaceContext {
  return { key, scope, words: new Set(words), days: 0, applicationDate: '2024-09-12' };
}

describe('aliases', () => {
  it('pass the gate, whatever they stand for', () => {
    const left = makeCorpus('aliases', 'tuning', 25).flatMap(({ text }) => {
      const context = contextOf('c1');
      learnNames(text, '', context.words);
      const replaced = replaceText(text, '', context);
      return detect(replaced).map(({ kind, start, end }) => `${kind} ${replaced.slice(start, end)}`);
    });
    expect(left).toEqual([]);
  });

  it('are the same for the same person in a case, alone, in the genitive and in capitals, and others in another', () => {
    const text = 'Ansøger: Gunhild Bisp. Gunhilds hus ejes af GUNHILD BISP og hr. Bisp.';
    const context = contextOf('c1');
    learnNames(text, '', context.words);
    const replaced = replaceText(text, '', context);
    const [, given, family] = /Ansøger: (Ax\w+) (Ax\w+)\./u.exec(replaced)!;
    expect(replaced).toBe(
      `Ansøger: ${given} ${family}. ${given}s hus ejes af ${given!.toUpperCase()} ${family!.toUpperCase()} og hr. ${family}.`,
    );
    expect(replaceText(text, '', { ...context, scope: 'c2' })).not.toContain(given);
    expect(replaceText(text, '', { ...context, key: new Uint8Array(32).fill(8) })).not.toContain(given);
    expect(replaceText(text, '', context)).toBe(replaced);
  });

  it('leave everything else as it is: measures, rules, the joins between texts', () => {
    const text =
      'Tilbygning på 41 m², BR18 § 177, 2,50 m til skel; matr.nr. 7bx og igen 7bx Skovby By, Rugvej 3.';
    const replaced = replaceText(text, '', contextOf('c1'));
    expect(replaced).toMatch(
      /^Tilbygning på 41 m², BR18 § 177, 2,50 m til skel; matr\.nr\. (0\d{3}bx) og igen \1 Ax\w{6} By, Ax\w{6}vej 3\.$/u,
    );
  });
});

describe('dates', () => {
  it.each([
    ['14-09-2024', '21-09-2024'],
    ['14.9.24', '21.9.24'],
    ['2024-09-28', '2024-10-05'],
    ['28. september 2024', '5. oktober 2024'],
    ['senest den 28. september', 'senest den 5. oktober'],
    ['8/10 2024', '15/10 2024'],
    ['i uge 43', 'i uge 44'],
    ['14.09.2024 - 28.09.2024', '21.09.2024 - 05.10.2024'],
    ['LBK nr. 1178 af 23/09/2023', 'LBK nr. 1178 af 23/09/2023'],
    ['opført 01.05.1978', 'opført 01.05.1978'],
    ['mål 12,5 og 31.31.2024', 'mål 12,5 og 31.31.2024'],
  ])('%j moves by a week to %j', (text, moved) => {
    expect(shiftDates(text, 7, '2024-09-12')).toBe(moved);
  });

  it('move by whole weeks within the half-year and never over a date on which the law changed', () => {
    const dates = lawDates(builtInCatalogue());
    const shifts = Array.from({ length: 300 }, (_, at) => {
      const applied = addDays('2024-07-01', at % 184);
      return { applied, days: chooseShift(key, `case ${at}`, [applied], dates) };
    });
    for (const { applied, days } of shifts) {
      const moved = addDays(applied, days);
      expect(Math.abs(days) % 7).toBe(0);
      expect(moved >= '2024-07-01' && moved <= '2024-12-31').toBe(true);
      const between = dates.filter(
        (date) => date > applied !== date > moved || date < applied !== date < moved,
      );
      expect(between).toEqual([]);
    }
    expect(new Set(shifts.map(({ days }) => days)).size).toBeGreaterThan(10);
    expect(shifts.filter(({ days }) => days === 0).length).toBeLessThan(20);
  });

  it('keep every case of a family within its law, not only the earliest', () => {
    const dates = lawDates(builtInCatalogue());
    const halfOf = (date: string) => `${date.slice(0, 4)} ${date.slice(5, 7) < '07' ? 1 : 2}`;
    const early = '2024-09-12';
    const late = '2024-12-20';
    const shifts = Array.from({ length: 60 }, (_, at) =>
      chooseShift(key, `family ${at}`, [early, late], dates),
    );
    expect(shifts.filter((days) => halfOf(addDays(late, days)) !== halfOf(late))).toEqual([]);
    expect(shifts.filter((days) => halfOf(addDays(early, days)) !== halfOf(early))).toEqual([]);
    expect(new Set(shifts).size).toBeGreaterThan(1);
    // Where the cases leave no week to move by, they stay.
    expect(chooseShift(key, 'family', ['2024-07-01', '2024-12-31'], [])).toBe(0);
  });
});
