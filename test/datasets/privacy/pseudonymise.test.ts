import { describe, expect, it } from 'vitest';
import { makeCorpus } from '../../../bench/gate/make-corpus.ts';
import type { Case } from '../../../datasets/case.ts';
import { detect } from '../../../datasets/privacy/detect.ts';
import { addDays } from '../../../datasets/privacy/pseudonymise/add-days.ts';
import { aliasCaseId } from '../../../datasets/privacy/pseudonymise/alias-case-id.ts';
import { createCaseIds } from '../../../datasets/privacy/pseudonymise/case-ids.ts';
import { chooseShift, lawDates } from '../../../datasets/privacy/pseudonymise/law-window.ts';
import {
  createKnowledge,
  learnCase,
  pseudonymiseCase,
  type Remark,
} from '../../../datasets/privacy/pseudonymise/pseudonymise-case.ts';
import {
  learnNames,
  type ReplaceContext,
  replaceText,
} from '../../../datasets/privacy/pseudonymise/replace-text.ts';
import { shiftDates } from '../../../datasets/privacy/pseudonymise/shift-dates.ts';
import { builtInCatalogue } from '../../../datasets/rules/built-in-catalogue.ts';
import { smallCase } from '../../support/small-dataset.ts';

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

  it('stand for a known name alone, also where it is a common word or in small letters', () => {
    const text =
      'Ansøger: Bo Skov, nabo: Gunhild Quistorff. Bo ønsker en carport; Skov mener, at Bos hus ligger frit. Skov og mark grænser op. Der er skov mod nord. Se quistorff.';
    const doubtful: string[] = [];
    const onDoubtful = (word: string) => doubtful.push(word);
    const context = { ...contextOf('c1'), doubtful: new Set<string>(), onDoubtful };
    learnNames(text, '', context.words, context.doubtful);
    const replaced = replaceText(text, '', context);
    const [, bo, skov, , other] = /: (Ax\w+) (Ax\w+), nabo: (Ax\w+) (Ax\w+)\./u.exec(replaced)!;
    expect(replaced.slice(replaced.indexOf('. ') + 2)).toBe(
      `${bo} ønsker en carport; ${skov} mener, at ${bo}s hus ligger frit. Skov og mark grænser op. Der er skov mod nord. Se ${other!.toLowerCase()}.`,
    );
    expect(doubtful).toEqual(['Bo', 'Skov', 'Bos']);
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

describe('what is known of a case', () => {
  const caseOf = (pages: readonly string[], caseId = '24-0001'): Case =>
    smallCase(caseId, {
      applicationDate: '2024-09-12',
      fields: { ansøgerNavn: 'Gunhild Bisp', nummer: 20123456 },
      documents: pages.map((text, at) => ({
        documentId: at === 0 ? '24-0001-a' : `d${at}`,
        type: 'form',
        title: 'T',
        pages: [{ page: 1, text }],
      })),
    });
  const replaced = (pages: readonly string[], onRemark?: (remark: Remark) => void) => {
    const known = createKnowledge();
    learnCase(caseOf(pages), known);
    const caseIds = createCaseIds(['24-0001', '24-0002', 'BOM-2024-018209', '1001']);
    const context = { key, scope: 's', ...known, caseIds, days: 14, applicationDate: '2024-09-12', onRemark };
    return pseudonymiseCase(caseOf(pages), context);
  };
  const textsOf = (value: Case) => value.documents.map(({ pages }) => pages[0]!.text);

  it('is replaced wherever it stands, alike in all its writings', () => {
    const own = replaced([
      'Ansøger: Gunhild Bisp, Tjørnevænget 12, 4000 Prøvestad. Strandvejen 14 er hørt. Tlf. 20 12 34 56. Matr.nr. 1a Prøveby og 2b Prøveby.',
      'Skel mod Tjørnevænget og mod 2b; 2b Prøveby. Ring 20123456. TJØRNEVÆNGET 12. 4000 Prøvestad. Mail a.b@skovby.dk; A.B@SKOVBY.DK.',
    ]);
    const [first, second] = textsOf(own) as [string, string];
    const [, name, street, town, other, plot, district] =
      /^Ansøger: (\S+ \S+), (\S+) 12, 0000 (\S+)\. (\S+) 14 er hørt\. Tlf\. 0\d \d\d \d\d \d\d\. Matr\.nr\. 0\d{3}a \S+ By og (0\d{3}b) (\S+) By\.$/u.exec(
        first,
      )!;
    const phone = /Tlf\. ([\d ]+)\./u.exec(first)![1]!.replaceAll(' ', '');
    expect(second).toMatch(
      new RegExp(
        `^Skel mod ${street} og mod ${plot}; ${plot} ${district} By\\. Ring ${phone}\\. ${street} 12\\. 0000 ${town}\\. Mail (\\S+@alias.invalid); \\1\\.$`,
        'u',
      ),
    );
    expect(own.fields).toEqual({ ansøgerNavn: name, nummer: phone });
    expect(other).not.toBe(street);
  });

  it('is not seen in rooms, measures and words of the language', () => {
    const page = 'Matr.nr. 1a Prøveby, 12m. Torvet 3.';
    const rest = 'Rum 1a, § 1 a, type 1a, 12m bred. Torvet er lukket. Prøveby Kommune. 1001 mm.';
    expect(textsOf(replaced([page, rest]))[1]).toBe(rest);
  });

  it('holds given names beside a known one, initials, and names with hidden signs', () => {
    const [, text] = textsOf(
      replaced([
        'Ansøger: Gunhild Bisp.',
        'Her bor Gunhild og Per Bisp. Per sover. P. Bisp skriver. Gun\u00adhild B\u200bisp og Bi-\nsp og Gun\u00ad\nhild.',
      ]),
    ) as [string, string];
    expect(text).toMatch(
      /^Her bor (Ax\w{6}) og (Ax\w{6}) (Ax\w{6})\. \2 sover\. X\. \3 skriver\. \1 \3 og \3 og \1\.$/u,
    );
  });

  it('are ids of cases too, in any text, in longer ids and names of files', () => {
    const own = replaced([
      'Se 24-0002, 24/0001 og 24-0001_plan.pdf; BOM 2024 018209; 24-00012, 124-0001; 1001 mm.',
    ]);
    const [one, two, three] = ['24-0001', '24-0002', 'BOM-2024-018209'].map((id) => aliasCaseId(id, key));
    expect(textsOf(own)).toEqual([
      `Se ${two}, ${one} og ${one}_plan.pdf; ${three}; 24-00012, 124-0001; 1001 mm.`,
    ]);
    expect(own.caseId).toBe(one);
    expect(own.documents[0]!.documentId).toMatch(/^dok-[0-9a-f]{10}$/u);
  });

  it('is told with its field where a time was left or a word may be none', () => {
    const remarks: Remark[] = [];
    replaced(['Ansøger: Bo Skov.', 'I september 2024 ringede Bo til kommunen.'], (remark) =>
      remarks.push(remark),
    );
    expect(remarks).toEqual([
      { sort: 'time', field: 'documents[1].pages[0].text', text: 'september 2024' },
      { sort: 'word', field: 'documents[1].pages[0].text', text: 'Bo' },
    ]);
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
    expect(shiftDates(text, { days: 7, applicationDate: '2024-09-12' })).toBe(moved);
  });

  it.each([
    ['14–16. september 2024', '27–29. juli 2024'],
    ['14.-16. september 2024', '27.-29. juli 2024'],
    ['14-16/9 2024', '27-29/7 2024'],
    ['den 14. og 16. september', 'den 27. og 29. juli'],
    ['14., 15. og 16. september', '27., 28. og 29. juli'],
    ['den 14., den 15. og den 16. september 2024', 'den 27., den 28. og den 29. juli 2024'],
    ['14., 15., 16. september', '27., 28., 29. juli'],
    ['dagene 14, 15 og 16. september', 'dagene 27, 28 og 29. juli'],
    ['bilag 1, 2 og 16. september', 'bilag 1, 2 og 29. juli'],
    ['fra den 14. til den 16. sep. 2024', 'fra den 27. til den 29. jul. 2024'],
    ['14. september - 16. oktober 2024', '27. juli - 28. august 2024'],
    ['14. september - 16. oktober 1998', '14. september - 16. oktober 1998'],
    ['14/9-16/9', '27/7-29/7'],
    ['14.9.-16.9.2024', '27.7.-29.7.2024'],
    ['2024-09-14/2024-09-20', '2024-07-27/2024-08-02'],
    ['30. september–2. oktober', '12. august–14. august'],
    ['18–20. september', '31. juli–2. august'],
    ['14 sept. 2024', '27 jul. 2024'],
    ['16. sep. 2024', '29. jul. 2024'],
    ['14-sep-24', '27-jul-24'],
    ['14 SEP', '14 SEP'],
    ['14 sep', '27 jul'],
    ['28. dec. 2024', '9. nov. 2024'],
    ['2024/09/14', '2024/07/27'],
    ['2024.09.14', '2024.07.27'],
    ['14/9-2024', '27/7-2024'],
    ['14/9-24', '27/7-24'],
    ['14. 9. 2024', '27. 7. 2024'],
    ['d.14/9', 'd.27/7'],
    ['14. september 2024, se brev (14/9)', '27. juli 2024, se brev (27/7)'],
    ['8. september 2024, se brev (8/9)', '21. juli 2024, se brev (21/7)'],
    ['i uge 37-39', 'i uge 30-32'],
  ])('%j moves back by seven weeks to %j', (text, moved) => {
    expect(shiftDates(text, { days: -49, applicationDate: '2024-09-12' })).toBe(moved);
  });

  it('name both months, and both years, where a range now spans them', () => {
    const shift = (text: string, days: number) => shiftDates(text, { days, applicationDate: '2024-12-12' });
    expect(shift('23.-25. december 2024', 7)).toBe('30. december 2024-1. januar 2025');
    expect(shift('28-30/11-2024', 1)).toBe('29/11-1/12-2024');
    expect(shift('28., 29. og 30. november', 2)).toBe('30. november, 1. og 2. december');
    expect(shift('29., 30. og 31. december 2024', 2)).toBe('31. december 2024, 1. og 2. januar 2025');
    expect(shift('senest 5/1', 7)).toBe('senest 12/1');
  });

  it.each([
    '1/2 del',
    'i 3/4 højde',
    '§ 14/9',
    'BR18 § 10, stk. 1',
    '1:50',
    'mål 1/50',
    'rum 14/9',
    '14/9 m',
    'matr.nr. 14/9',
    'sag 24-1234',
    'sagsnr. 14/9-24',
    'S-14/9',
    'DS/EN 14.9.24',
    'LBK nr. 1178 af 23/09/2023',
    '31. september 2024',
    'beton 25/25',
    'døgnet rundt, 24/7',
  ])('%j only looks like a date and stays', (text) => {
    const left: string[] = [];
    const onLeft = (place: string) => left.push(place);
    expect(shiftDates(text, { days: -49, applicationDate: '2024-09-12', onLeft })).toBe(text);
    expect(left).toEqual([]);
  });

  it('tell of what names a time and cannot be moved', () => {
    const left: string[] = [];
    const text = 'I uge 3, i september 2024 eller 3. kvartal 2024; 20240914, felt 4/9; opført i maj 1978.';
    const onLeft = (place: string) => left.push(place);
    expect(shiftDates(text, { days: -49, applicationDate: '2024-09-12', onLeft })).toBe(text);
    expect(left).toEqual(['4/9', 'september 2024', '3. kvartal 2024', '20240914', 'uge 3']);
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
