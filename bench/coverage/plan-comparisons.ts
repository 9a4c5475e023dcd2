import type { BoardTask } from './board-scenario.ts';
import type { ComparisonTask } from './comparison-scenario.ts';
import type { PowerTask } from './power-scenario.ts';
import type { Scale } from './scale.ts';
import { type SimulatedCases, type SimulatedModel, solveFalseAlarms } from './simulated-model.ts';

const CASES: SimulatedCases = { meanDefects: 3, shared: 0.7 };
const MIDDLING: SimulatedModel = { recall: 0.7, recallSpread: 1, falseAlarms: 1, alarmSpread: 0.7 };
const EVEN = { recallSpread: 0, alarmSpread: 0 };
const UNEVEN = { recallSpread: 2.5, alarmSpread: 1.2 };

interface Scenario {
  name: string;
  sizes: readonly number[];
  simulated?: SimulatedCases;
  a: SimulatedModel;
  b?: SimulatedModel;
}

const IDENTICAL: readonly Scenario[] = [
  { name: 'middling', sizes: [5, 6, 8, 10, 20, 50, 100, 300], a: MIDDLING },
  { name: 'strong', sizes: [20, 100], a: { ...MIDDLING, recall: 0.95, falseAlarms: 0.2 } },
  { name: 'weak', sizes: [20, 100], a: { ...MIDDLING, recall: 0.3, falseAlarms: 3 } },
  {
    name: 'few defects',
    sizes: [20, 100],
    simulated: { ...CASES, meanDefects: 1 },
    a: { ...MIDDLING, falseAlarms: 0.3 },
  },
  { name: 'uneven over cases', sizes: [20, 100], a: { ...MIDDLING, ...UNEVEN } },
  { name: 'no difficulty shared', sizes: [20, 100], simulated: { ...CASES, shared: 0 }, a: MIDDLING },
  { name: 'all difficulty shared', sizes: [20, 100], simulated: { ...CASES, shared: 1 }, a: MIDDLING },
];

/** Reports much: finds nearly all, at the price of false alarms. */
const CHATTY = buildModel(0.6, 0.95, CASES.meanDefects);
/** The same F1 with half of the defects found and hardly a false alarm. */
const TERSE = buildModel(0.6, 0.45, CASES.meanDefects);

const UNLIKE: readonly Scenario[] = [
  { name: 'reporting rate', sizes: [20, 50, 100], a: CHATTY, b: TERSE },
  {
    name: 'reporting rate, no difficulty shared',
    sizes: [20],
    simulated: { ...CASES, shared: 0 },
    a: CHATTY,
    b: TERSE,
  },
  {
    name: 'reporting rate at F1 0.9',
    sizes: [20, 100],
    a: buildModel(0.9, 0.98, CASES.meanDefects),
    b: buildModel(0.9, 0.84, CASES.meanDefects),
  },
  {
    name: 'reporting rate, few defects',
    sizes: [20, 100],
    simulated: { ...CASES, meanDefects: 1 },
    a: buildModel(0.6, 0.95, 1),
    b: buildModel(0.6, 0.45, 1),
  },
  { name: 'variance', sizes: [20, 50, 100], a: { ...MIDDLING, ...UNEVEN }, b: { ...MIDDLING, ...EVEN } },
  {
    name: 'both, chatty one uneven',
    sizes: [20, 100],
    a: { ...CHATTY, ...UNEVEN },
    b: { ...TERSE, ...EVEN },
  },
  { name: 'both, terse one uneven', sizes: [20, 100], a: { ...CHATTY, ...EVEN }, b: { ...TERSE, ...UNEVEN } },
];

const FEW: readonly Scenario[] = [
  { name: 'reporting rate', sizes: [6, 8, 10], a: CHATTY, b: TERSE },
  { name: 'variance', sizes: [6, 8, 10], a: { ...MIDDLING, ...UNEVEN }, b: { ...MIDDLING, ...EVEN } },
];

export function planComparisons(scale: Scale): ComparisonTask[] {
  const { comparisons, permutations } = scale;
  const toTasks = (group: ComparisonTask['group'], scenarios: readonly Scenario[]) =>
    scenarios.flatMap(({ name, sizes, simulated = CASES, a, b = a }) =>
      sizes.map((cases): ComparisonTask => {
        return { kind: 'comparison', group, name, cases, simulated, a, b, comparisons, permutations };
      }),
    );
  return [...toTasks('identical', IDENTICAL), ...toTasks('unlike', UNLIKE), ...toTasks('few', FEW)];
}

export function planBoards({ boards }: Scale): BoardTask[] {
  const common = { kind: 'board', cases: 50, simulated: CASES, model: MIDDLING, boards } as const;
  return [
    { ...common, name: '5 identical models', equals: 5, better: null },
    {
      ...common,
      name: '4 identical models and a better one',
      equals: 4,
      better: { ...MIDDLING, recall: 0.85 },
    },
  ];
}

/** Recalls that much apart, with a case's difficulty shared or not. */
export function planPower(scale: Scale): PowerTask[] {
  const b: SimulatedModel = { ...MIDDLING, recallSpread: 1.5, alarmSpread: 1 };
  return [0, 0.5, 0.9].flatMap((shared) =>
    [0.05, 0.1, 0.15].map((gain): PowerTask => {
      const name = `recall ${gain} apart, ${shared} shared`;
      const a = { ...b, recall: b.recall + gain };
      const simulated = { ...CASES, shared };
      const { powerComparisons: comparisons, permutations } = scale;
      return { kind: 'power', name, cases: 60, simulated, a, b, comparisons, permutations };
    }),
  );
}

function buildModel(f1: number, recall: number, meanDefects: number): SimulatedModel {
  const falseAlarms = solveFalseAlarms(f1, recall, meanDefects);
  return { recall, recallSpread: MIDDLING.recallSpread, falseAlarms, alarmSpread: MIDDLING.alarmSpread };
}
