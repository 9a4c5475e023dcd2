import { env } from '../../functions/cloud-names.ts';
import type { FunctionPlan } from './function-plan.ts';
import { goesThrough, lists, looksUp, reads, records, removes, writes } from './reach.ts';

/** Orders the runs of a check-in, and reports what came of them. */
export const checkInFunction: FunctionPlan = {
  name: 'check-in',
  does: 'Orders the runs of a month for a cluster, and writes its report',
  memoryMb: 3008,
  timeoutSeconds: 900,
  isolated: true,
  env: [
    env.casesBucket,
    env.labelsBucket,
    env.runsBucket,
    env.resultsBucket,
    env.registryTable,
    env.maxRunCostDkk,
  ],
  reach: [
    reads('cases', 'clusters/*', 'datasets/*'),
    lists('cases'),
    reads('labels', 'datasets/*'),
    lists('labels'),
    reads('runs', 'runs/*'),
    lists('runs'),
    reads('results', 'runs/*', 'check-ins/*'),
    writes('results', 'check-ins/*'),
    removes('results', 'check-ins/*'),
    lists('results'),
    looksUp('models', 'runs'),
    goesThrough('datasets', 'runs'),
    records('runs'),
  ],
};
