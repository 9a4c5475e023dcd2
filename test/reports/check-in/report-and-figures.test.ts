import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkInMeasures } from '../../../evals/check-in/change-parts.ts';
import type { CheckIn } from '../../../evals/check-in/check-in.ts';
import { boardMeasures } from '../../../evals/scores/board-measure.ts';
import { type CheckInContext, measureName } from '../../../reports/check-in/check-in-context.ts';
import { composeAgenda } from '../../../reports/check-in/compose-agenda.ts';
import { composeAnswer } from '../../../reports/check-in/compose-answer.ts';
import { renderCheckIn } from '../../../reports/check-in/render-check-in.ts';
import { renderMail } from '../../../reports/check-in/render-mail.ts';
import { sayApart } from '../../../reports/check-in/render-municipalities.ts';
import { formatPoints, formatPointsRange } from '../../../reports/render/format-number.ts';
import {
  buildRandomCheckIn,
  contextOf,
  type RandomCheckIn,
  randomCheckInArbitrary,
  randomModels,
} from '../../support/random-check-in.ts';

const plain = (text: string) => text.replaceAll('\u00A0', ' ');
/** The words on which the sentences turn. */
const words = {
  da: {
    better: /^(\S+) klarer de fælles sager påviseligt bedre end sidst\. (.+): (\S+) point \((.+)\), målt på/u,
    worse:
      /^(\S+) klarer de fælles sager påviseligt dårligere end sidst\. (.+): (\S+) point \((.+)\), målt på/u,
    noInterval: 'intet interval: ',
    noneShown: /^Ingen model har ændret sig påviseligt på de fælles sager \((\d+) sag/u,
    cases: /: (\d+) sag(?:er)? er med begge gange, (\d+) er kommet til, og (\d+) er gået ud/u,
    same: /er sagerne de samme: (\d+) sag(?:er)?, uændrede/u,
    relabelled: /^(\d+) sag(?:er)? af de fælles har fået rettet facit/u,
    failed: /^(\S+) besvarede (\d+) af (\d+) sager;/u,
    unanswered: /^(\S+) besvarede ingen af sagerne/u,
    gates: /\((\d+) i alt\): (\d+) opfyldt, (\d+) ikke opfyldt, og (\d+) kan ikke afgøres/u,
    notable: /^(\d+) sag(?:er)? giver anledning/u,
    worseAsked: /^(\S+) klarer de fælles sager påviseligt dårligere end sidst \((.+)\)\. Hvad/u,
    notMet: /er ikke opfyldt for (\S+)\. Hvad følger/u,
  },
  en: {
    better:
      /^(\S+) does demonstrably better than last time on the common cases\. (.+): (\S+) points? \((.+)\), measured/u,
    worse:
      /^(\S+) does demonstrably worse than last time on the common cases\. (.+): (\S+) points? \((.+)\), measured/u,
    noInterval: 'no interval: ',
    noneShown: /^No model has demonstrably changed on the common cases \((\d+) case/u,
    cases: /: (\d+) cases? are in both, (\d+) are new, and (\d+) are gone/u,
    same: /the cases are the same: (\d+) cases?, unchanged/u,
    relabelled: /^(\d+) cases? of those in both/u,
    failed: /^(\S+) answered (\d+) of (\d+) cases;/u,
    unanswered: /^(\S+) answered none of the cases/u,
    gates: /\((\d+) in all\): (\d+) met, (\d+) not met, and (\d+) cannot be decided/u,
    notable: /^(\d+) cases? (?:is|are) worth a talk/u,
    worseAsked: /^(\S+) does demonstrably worse than last time on the common cases \((.+)\)\. What/u,
    notMet: /is not met by (\S+)\. What follows/u,
  },
} as const;

const numbersOf = (sentences: readonly string[], pattern: RegExp) =>
  sentences.flatMap((sentence) => {
    const match = pattern.exec(sentence);
    return match === null ? [] : [match.slice(1).map((text) => (/^\d+$/u.test(text) ? Number(text) : text))];
  });

/** What became of the cases, by the input and not by the record. */
function countCases({ cases }: RandomCheckIn) {
  const of = (...where: string[]) => cases.filter((each) => where.includes(each.where));
  return {
    common: of('both').length,
    added: of('added', 'changed').length,
    removed: of('gone', 'changed').length,
    relabelled: of('both').filter(({ relabelled }) => relabelled).length,
  };
}

/** Every change that a test has shown, as a sentence must name it. */
function shownChanges(context: CheckInContext, record: CheckIn, direction: 'better' | 'worse') {
  return (record.datasets[0]!.since?.models ?? []).flatMap(({ id, parts }) =>
    parts.flatMap(({ measure, model: { different, difference, interval } }) => {
      if (!different || difference === null) return [];
      const better = difference > 0 === boardMeasures[measure].higherIsBetter;
      if (better !== (direction === 'better')) return [];
      const range =
        interval === null
          ? words[context.language].noInterval
          : formatPointsRange(interval.low, interval.high, context.language);
      return [[id, measureName(context, measure), formatPoints(difference, context.language), range]];
    }),
  );
}

function checkAnswer(context: CheckInContext, random: RandomCheckIn): string[] {
  const { record, language } = context;
  const dataset = record.datasets[0]!;
  const said = words[language];
  const answer = composeAnswer(context).map(plain);
  const { common, added, removed, relabelled } = countCases(random);
  const cases = added + removed === 0 ? [[common]] : [[common, added, removed]];
  expect(numbersOf(answer, added + removed === 0 ? said.same : said.cases)).toEqual(cases);
  expect(numbersOf(answer, said.relabelled)).toEqual(relabelled === 0 ? [] : [[relabelled]]);
  for (const direction of ['better', 'worse'] as const) {
    const found = numbersOf(answer, said[direction]).map((each) => each.map(String));
    const expected = shownChanges(context, record, direction);
    expect(found.map((each) => each.slice(0, 3))).toEqual(
      expected.map((each) => each.slice(0, 3).map(plain)),
    );
    for (const [at, each] of found.entries()) expect(each[3]).toContain(plain(expected[at]![3]!));
  }
  const shown = [...shownChanges(context, record, 'better'), ...shownChanges(context, record, 'worse')];
  expect(numbersOf(answer, said.noneShown)).toEqual(shown.length === 0 && common > 0 ? [[common]] : []);
  const answered = dataset.models.map(({ model: { id }, counts }) => ({ id, ...counts }));
  const partly = answered.filter(({ answered: own, planned }) => own > 0 && own < planned);
  expect(numbersOf(answer, said.failed)).toEqual(
    partly.map((each) => [each.id, each.answered, each.planned]),
  );
  const silent = answered.filter((each) => each.answered === 0);
  expect(numbersOf(answer, said.unanswered)).toEqual(silent.map(({ id }) => [id]));
  const verdicts = dataset.gates.flatMap(({ gate, models }) =>
    models.map(({ figure: { value, interval } }) => {
      const bound = 'min' in gate ? gate.min : gate.max;
      if (value === null || interval === null) return 'open';
      return interval.low >= bound ? 'met' : interval.high < bound ? 'notMet' : 'open';
    }),
  );
  const count = (verdict: string) => verdicts.filter((each) => each === verdict).length;
  expect(numbersOf(answer, said.gates)).toEqual(
    verdicts.length === 0 ? [] : [[verdicts.length, count('met'), count('notMet'), count('open')]],
  );
  expect(numbersOf(answer, said.notable)).toEqual(dataset.notableInAll === 0 ? [] : [[dataset.notableInAll]]);
  return answer;
}

function checkAgenda(context: CheckInContext): void {
  const { record, language } = context;
  const dataset = record.datasets[0]!;
  const asked = composeAgenda(context);
  const texts = asked.map(({ text }) => plain(text));
  const worse = shownChanges(context, record, 'worse').map((each) => each.slice(0, 2).map(plain));
  expect(numbersOf(texts, words[language].worseAsked)).toEqual(worse);
  const notMet = dataset.gates.flatMap(({ models }) => models.filter(({ verdict }) => verdict === 'notMet'));
  expect(numbersOf(texts, words[language].notMet)).toEqual(notMet.slice(0, 4).map(({ id }) => [id]));
  const named = [
    ...dataset.notable.map(({ caseId }) => caseId),
    ...dataset.rules.disputed.flatMap(({ caseIds }) => caseIds),
    ...(dataset.labels?.unloggedIds ?? []),
  ];
  expect(asked.flatMap(({ caseIds }) => caseIds).filter((id) => !named.includes(id))).toEqual([]);
}

/** A difference between municipalities is said exactly where two shown intervals do not overlap. */
function checkMunicipalities(context: CheckInContext): void {
  const dataset = context.record.datasets[0]!;
  const apart = checkInMeasures.flatMap((_, at) =>
    randomModels.filter((id) => {
      const intervals = dataset.municipalities.flatMap(({ measures }) => {
        const interval = measures[at]!.models.find((each) => each.id === id)?.figure.interval;
        return interval == null ? [] : [interval];
      });
      return intervals.some((a) => intervals.some((b) => a.high < b.low));
    }),
  );
  expect(sayApart(context, dataset)).toHaveLength(apart.length);
}

describe('the words of a check-in', () => {
  it('agree with its figures, whatever happened', { timeout: 600_000 }, async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(randomCheckInArbitrary, async (random) => {
        const record = await buildRandomCheckIn(random);
        if (record === null) return;
        for (const language of ['da', 'en'] as const) {
          const context = contextOf(record, language);
          const answer = checkAnswer(context, random);
          for (const [kind, pattern] of Object.entries(words[language])) {
            if (pattern instanceof RegExp && answer.some((sentence) => pattern.test(sentence)))
              seen.add(kind);
          }
          checkAgenda(context);
          checkMunicipalities(context);
          const texts = [await renderCheckIn(context), renderMail(context)];
          for (const text of texts) {
            const broken = /NaN|Infinity|\[object|>null</u.test(text);
            expect([broken, language === 'da' && text.includes('undefined')]).toEqual([false, false]);
          }
        }
      }),
      { numRuns: 200 },
    );
    const all = ['better', 'worse', 'noneShown', 'cases', 'relabelled', 'failed', 'unanswered', 'gates'];
    expect([...all, 'notable'].filter((kind) => !seen.has(kind))).toEqual([]);
  });
});
