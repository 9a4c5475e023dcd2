import type { People } from '../../evals/agreement/people-result.ts';
import { figureText, intervalText } from '../render/render-figure.ts';
import { joinNames, type ReportContext, subjectsOf } from '../report-context.ts';

/** What a caseworker reaches against the others, and where the models stand to it. No test stands behind it, and it says so. */
export function sayPeople(context: ReportContext, people: People): string[] {
  const { words } = context;
  const { f1 } = people.human;
  const human = figureText(f1, context);
  if (f1.value === null) {
    return [words.people.unmeasured(intervalText(f1, context, 'share', words.people.noFigure))];
  }
  const interval = intervalText(f1, context);
  const said = words.people.human(words.answer.interval(human, interval));
  const models = subjectsOf(context).flatMap(({ model }) => {
    const found = people.models.find(({ id }) => id === model.id);
    return found === undefined || found.f1.value === null
      ? []
      : [{ id: model.id, value: found.f1.value, text: figureText(found.f1, context) }];
  });
  const [first] = models;
  if (first === undefined) return [said];
  const lead = `${said} ${words.people.means(first.text, human)}`;
  if (f1.interval === null) return [lead];
  const { low, high } = f1.interval;
  const list = (chosen: typeof models) =>
    joinNames(
      context,
      chosen.map(({ id, text }) => words.people.part(id, text)),
    );
  const parts = [
    { say: words.people.model.above, chosen: models.filter(({ value }) => value > high) },
    { say: words.people.model.within, chosen: models.filter(({ value }) => value >= low && value <= high) },
    { say: words.people.model.below, chosen: models.filter(({ value }) => value < low) },
  ];
  const placed = parts.flatMap(({ say, chosen }) => (chosen.length === 0 ? [] : [say(list(chosen))]));
  return [lead, [...placed, words.people.untested].join(' ')];
}
