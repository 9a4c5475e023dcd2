import { type BoardOutcome, type BoardTask, measureBoard } from './board-scenario.ts';
import { type BootstrapCoverage, type BootstrapTask, measureBootstrapCell } from './bootstrap-cell.ts';
import { type ComparisonOutcome, type ComparisonTask, measureComparison } from './comparison-scenario.ts';
import { type F1Coverage, type F1Task, measureF1Cell } from './f1-cell.ts';
import type { RatioCoverage } from './measure-coverage.ts';
import { measurePower, type PowerOutcome, type PowerTask } from './power-scenario.ts';
import { measureRatioCell, type RatioTask } from './ratio-cell.ts';

/** One cell or scenario: plain data, run by any worker. */
export type Task = RatioTask | F1Task | BootstrapTask | ComparisonTask | BoardTask | PowerTask;

/** A task with what was measured. */
export type Result =
  | { kind: 'ratio'; task: RatioTask; outcome: RatioCoverage }
  | { kind: 'f1'; task: F1Task; outcome: F1Coverage }
  | { kind: 'bootstrap'; task: BootstrapTask; outcome: BootstrapCoverage }
  | { kind: 'comparison'; task: ComparisonTask; outcome: ComparisonOutcome }
  | { kind: 'board'; task: BoardTask; outcome: BoardOutcome }
  | { kind: 'power'; task: PowerTask; outcome: PowerOutcome };

/** The same task and seed give the same result, whoever runs it and in whatever order. */
export function runTask(task: Task, seed: string): Result {
  switch (task.kind) {
    case 'ratio':
      return { kind: task.kind, task, outcome: measureRatioCell(task, seed) };
    case 'f1':
      return { kind: task.kind, task, outcome: measureF1Cell(task, seed) };
    case 'bootstrap':
      return { kind: task.kind, task, outcome: measureBootstrapCell(task, seed) };
    case 'comparison':
      return { kind: task.kind, task, outcome: measureComparison(task, seed) };
    case 'board':
      return { kind: task.kind, task, outcome: measureBoard(task, seed) };
    case 'power':
      return { kind: task.kind, task, outcome: measurePower(task, seed) };
  }
}

/** The results of one kind, in the order planned. */
export function resultsOf<K extends Result['kind']>(
  results: readonly Result[],
  kind: K,
): Extract<Result, { kind: K }>[] {
  return results.filter((result): result is Extract<Result, { kind: K }> => result.kind === kind);
}
