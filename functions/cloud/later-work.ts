import type { RunStarter } from '../api/api-context.ts';
import type { LambdaWork } from './open-lambda-work.ts';

export interface LaterWorkOptions {
  stateMachineArn: string;
  scoreFunction: string;
  publishFunction: string;
}

/**
 * What the API has the state machine and other functions do. The client of each is loaded with its first call: most requests read,
 * and start nothing.
 */
export function createLaterWork(options: LaterWorkOptions): LambdaWork & { runs: RunStarter } {
  let runs: Promise<RunStarter> | undefined;
  let work: Promise<LambdaWork> | undefined;
  const openRuns = () => {
    runs ??= import('./open-machine-runs.ts').then((open) => open.openMachineRuns(options.stateMachineArn));
    return runs;
  };
  const openWork = () => {
    work ??= import('./open-lambda-work.ts').then((open) => open.openLambdaWork(options));
    return work;
  };
  return {
    runs: {
      start: async (order) => (await openRuns()).start(order),
      cancel: async (run) => (await openRuns()).cancel(run),
    },
    scorer: { start: async (submission) => (await openWork()).scorer.start(submission) },
    publisher: { start: async (run) => (await openWork()).publisher.start(run) },
  };
}
