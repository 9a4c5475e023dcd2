import type { CheckInDataset } from '../../evals/check-in/check-in.ts';
import type { NotableCase } from '../../evals/check-in/notable-case.ts';
import {
  type CheckInContext,
  codeNames,
  measureName,
  sayCases,
  subjectIds,
  underTitle,
} from './check-in-context.ts';
import { judgeChange } from './say-change.ts';
import { sayGate } from './say-gate.ts';

/** A question for the meeting, and the cases that it is about. */
export interface Question {
  text: string;
  /** The place of the data set. */
  place: number;
  caseIds: readonly string[];
}

/** Questions of each kind at most: a meeting has an hour. */
const perKind = { cases: 6, gates: 4, rules: 3 };

/** The questions that the figures raise, by rule: what got worse, gates, cases, rules, labels; last what is asked every time. */
export function composeAgenda(context: CheckInContext): Question[] {
  const questions = context.record.datasets.flatMap((dataset, place) =>
    askDataset(context, dataset, place).map((question) => ({
      ...question,
      text: underTitle(context, dataset, question.text),
    })),
  );
  return [...questions, { text: context.words.checkIn.questions.standing, place: 0, caseIds: [] }];
}

function askDataset(context: CheckInContext, dataset: CheckInDataset, place: number): Question[] {
  return [
    ...askWorse(context, dataset).map((text) => ({ text, place, caseIds: [] })),
    ...askGates(context, dataset)
      .slice(0, perKind.gates)
      .map((text) => ({ text, place, caseIds: [] })),
    ...dataset.notable.slice(0, perKind.cases).map((notable) => ({
      text: askCase(context, place, notable),
      place,
      caseIds: [notable.caseId],
    })),
    ...dataset.rules.disputed.slice(0, perKind.rules).map(({ displayDa, displayEn, caseIds }) => ({
      text: context.words.checkIn.questions.disputed(context.language === 'da' ? displayDa : displayEn),
      place,
      caseIds,
    })),
    ...askLabels(context, dataset, place),
  ];
}

function askWorse(context: CheckInContext, dataset: CheckInDataset): string[] {
  const subjects = subjectIds(dataset);
  return (dataset.since?.models ?? [])
    .filter(({ id }) => subjects.includes(id))
    .flatMap(({ id, parts }) =>
      parts
        .filter((each) => judgeChange(each) === 'worse')
        .map(({ measure }) => context.words.checkIn.questions.worse(id, measureName(context, measure))),
    );
}

function askGates(context: CheckInContext, { gates }: CheckInDataset): string[] {
  const said = context.words.checkIn.questions;
  const all = gates.flatMap(({ gate, models }) =>
    models.map(({ id, verdict }) => ({ id, verdict, gate: sayGate(context, gate) })),
  );
  return [
    ...all.filter(({ verdict }) => verdict === 'notMet').map(({ gate, id }) => said.gateNotMet(gate, id)),
    ...all
      .filter(({ verdict }) => verdict === 'undecided')
      .map(({ gate, id }) => said.gateUndecided(gate, id)),
  ];
}

/** By the case's weightiest reason. */
function askCase(context: CheckInContext, place: number, { reasons }: NotableCase): string {
  const { reason, codes } = reasons[0]!;
  return context.words.checkIn.questions[reason](codeNames(context, place, codes));
}

function askLabels(context: CheckInContext, { labels }: CheckInDataset, place: number): Question[] {
  if (labels === null || labels.unlogged === 0) return [];
  const text = context.words.checkIn.questions.unexplained(sayCases(context, labels.unlogged));
  return [{ text, place, caseIds: labels.unloggedIds.slice(0, 5) }];
}
