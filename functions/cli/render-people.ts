import type { Language } from '../../datasets/language.ts';
import type { People } from '../../evals/agreement/people-result.ts';
import type { Figure } from '../../evals/statistics/interval.ts';

const words = {
  da: {
    locale: 'da-DK',
    undefined: 'ikke def.',
    noInterval: 'uden interval',
    people: (annotators: number, cases: number, alpha: string, f1: string) =>
      `Sagsbehandlerne indbyrdes (${annotators}, ${cases} sager): alpha ${alpha}; F1 mod hinanden ${f1}`,
    models: (list: string) => `Modellerne mod samme konsensus: F1 ${list}`,
  },
  en: {
    locale: 'en-GB',
    undefined: 'undefined',
    noInterval: 'no interval',
    people: (annotators: number, cases: number, alpha: string, f1: string) =>
      `The caseworkers among themselves (${annotators}, ${cases} cases): alpha ${alpha}; F1 against each other ${f1}`,
    models: (list: string) => `The models against the same consensus: F1 ${list}`,
  },
} as const;

/** People as the yardstick in two lines for a terminal: alpha as a number, F1 in per cent as in the table. */
export function renderPeople(people: People, language: Language): string {
  const text = words[language];
  const show = (figure: Figure, decimals: number, unit: number): string => {
    const format = new Intl.NumberFormat(text.locale, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    if (figure.value === null) return text.undefined;
    const value = format.format(figure.value * unit);
    if (figure.interval === null) return `${value} (${text.noInterval})`;
    const { low, high } = figure.interval;
    return `${value} (${format.format(low * unit)}–${format.format(high * unit)})`;
  };
  const f1 = (figure: Figure) => show(figure, 1, 100);
  const models = people.models.map(({ id, f1: figure }) => `${id} ${f1(figure)}`);
  return [
    text.people(people.annotators.length, people.pairedCases, show(people.alpha, 2, 1), f1(people.human.f1)),
    text.models(models.join('; ')),
  ].join('\n');
}
