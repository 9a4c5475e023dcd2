import { env, practiceLabelsPattern } from '../../functions/cloud-names.ts';
import type { FunctionPlan } from './function-plan.ts';
import { erases, goesThrough, lists, looksUp, reads, records, removes, writes } from './reach.ts';

const { casesBucket, labelsBucket, runsBucket, resultsBucket, siteBucket, registryTable } = env;

/** Keys in a run's folder, whichever run it is. */
const inRuns = (parts: readonly string[]) =>
  parts.map((part) => `runs/*/${part.endsWith('/') ? `${part}*` : part}`);

const screens = {
  memoryMb: 1024,
  timeoutSeconds: 900,
  reach: [
    reads('cases', 'datasets/*'),
    lists('cases'),
    reads('runs', 'runs/*'),
    writes('runs', 'runs/*'),
    removes('runs', 'runs/*'),
    lists('runs'),
  ],
} as const;

/** Whoever asks is to be alone with its shard. */
const holdsShards = [records('shard-leases'), erases('shard-leases')] as const;

/** What scoring and reporting have in common: labels, and no way out. What each may do to results, its own row says. */
const judges = {
  memoryMb: 3008,
  timeoutSeconds: 900,
  isolated: true,
  env: [casesBucket, labelsBucket, runsBucket, resultsBucket],
  reach: [
    reads('cases', 'datasets/*'),
    lists('cases'),
    reads('labels', 'datasets/*'),
    lists('labels'),
    reads('runs', 'runs/*'),
    lists('runs'),
  ],
} satisfies Omit<FunctionPlan, 'name' | 'does'>;

/** The steps of an evaluation, in their order. */
export const stepFunctions: readonly FunctionPlan[] = [
  {
    name: 'plan',
    does: 'Reads what a run asks, opens the gated data set and plans shards',
    memoryMb: 1024,
    timeoutSeconds: 600,
    isolated: false,
    env: [casesBucket, runsBucket, registryTable, env.egressAllow],
    reach: [
      reads('cases', 'datasets/*'),
      lists('cases'),
      reads('runs', 'runs/*'),
      writes('runs', 'runs/*'),
      removes('runs', 'runs/*'),
      lists('runs'),
      looksUp('datasets', 'models', 'runs'),
      goesThrough('shard-leases'),
      records('runs'),
    ],
  },
  {
    ...screens,
    name: 'screen-built-in',
    does: 'Asks a built-in model about one shard; learns from practice labels at most',
    isolated: true,
    env: [casesBucket, labelsBucket, runsBucket],
    reach: [...screens.reach, reads('labels', practiceLabelsPattern), lists('labels')],
  },
  {
    ...screens,
    name: 'screen-vendor',
    does: 'Asks a vendor about one shard',
    isolated: false,
    env: [casesBucket, runsBucket, registryTable, env.egressAllow],
    reach: [...screens.reach, looksUp('runs'), ...holdsShards, { do: 'read-vendor-secrets' }],
  },
  {
    ...screens,
    name: 'screen-in-house',
    does: 'Asks a model on Bedrock or in an own function about one shard',
    isolated: false,
    env: [casesBucket, runsBucket, registryTable, env.egressAllow],
    reach: [
      ...screens.reach,
      looksUp('runs'),
      ...holdsShards,
      { do: 'ask-bedrock' },
      { do: 'ask-own-functions' },
    ],
  },
  {
    name: 'collect',
    does: 'Checks that every planned answer is there, and puts calls together',
    memoryMb: 1024,
    timeoutSeconds: 900,
    isolated: false,
    env: [runsBucket],
    reach: [reads('runs', 'runs/*'), writes('runs', 'runs/*'), lists('runs')],
  },
  {
    ...judges,
    name: 'score',
    does: 'Scores stored answers by the labels',
    reach: [
      ...judges.reach,
      writes('results', ...inRuns(['scores/', 'result.json'])),
      // A signature is of what was there before.
      removes('results', ...inRuns(['result.json', 'result.sig.json', 'report/result.sig.json'])),
    ],
  },
  {
    ...judges,
    name: 'report',
    does: 'Writes the report, and what is to be signed',
    reach: [
      ...judges.reach,
      reads('results', ...inRuns(['scores/', 'result.json'])),
      lists('results'),
      writes('results', ...inRuns(['operation.json', 'report/', 'work/counts/', 'work/to-sign.json'])),
      removes('results', ...inRuns(['report/', 'result.sig.json', 'work/printed.json'])),
    ],
  },
  {
    name: 'print',
    does: 'Prints a report as PDF, without data, labels or a way out',
    memoryMb: 2048,
    timeoutSeconds: 300,
    isolated: true,
    browser: true,
    env: [resultsBucket],
    reach: [
      reads('results', 'runs/*/report/rapport.html', 'check-ins/*/check-in.html'),
      lists('results'),
      writes(
        'results',
        'runs/*/report/rapport.pdf',
        'runs/*/work/printed.json',
        'check-ins/*/check-in.pdf',
        'check-ins/*/work/printed.json',
      ),
    ],
  },
  {
    name: 'sign',
    does: 'Signs what the report names, without seeing it',
    memoryMb: 512,
    timeoutSeconds: 60,
    isolated: false,
    env: [resultsBucket, env.signingKeyId, env.signedBy],
    reach: [
      reads(
        'results',
        'runs/*/work/to-sign.json',
        'runs/*/work/printed.json',
        'check-ins/*/work/to-sign.json',
        'check-ins/*/work/printed.json',
      ),
      lists('results'),
      writes(
        'results',
        'runs/*/result.sig.json',
        'runs/*/report/result.sig.json',
        'check-ins/*/check-in.sig.json',
      ),
      { do: 'sign' },
    ],
  },
  {
    name: 'publish',
    does: 'Puts what has consent on the site, signed; takes out what has none any more',
    // All pairs of each board are tested anew.
    memoryMb: 3008,
    timeoutSeconds: 900,
    isolated: false,
    env: [
      casesBucket,
      runsBucket,
      resultsBucket,
      siteBucket,
      registryTable,
      env.signingKeyId,
      env.signedBy,
      env.siteUrl,
    ],
    reach: [
      // What its card and its taxonomy say.
      reads('cases', 'datasets/*'),
      lists('cases'),
      reads('runs', 'runs/*/run.json', 'runs/*/work/order.json'),
      lists('runs'),
      // Counts without ids that the report left for it; no scores.
      reads(
        'results',
        ...inRuns(['result.json', 'result.sig.json', 'operation.json', 'work/counts/']),
        'publications/*',
      ),
      writes('results', 'publications/*'),
      removes('results', 'publications/*'),
      lists('results'),
      writes('site', '*'),
      removes('site', '*'),
      lists('site'),
      looksUp('consents', 'leases', 'publications', 'runs'),
      goesThrough('publications', 'runs'),
      records('audit', 'leases', 'publications'),
      erases('leases', 'publications'),
      { do: 'sign' },
    ],
  },
  {
    name: 'settle',
    does: 'Records how a run ended',
    memoryMb: 512,
    timeoutSeconds: 60,
    isolated: false,
    env: [registryTable],
    reach: [looksUp('runs'), records('runs', 'audit')],
  },
];

/** Ends what is stuck. */
export const watchdogFunction: FunctionPlan = {
  name: 'watchdog',
  does: 'Ends records of runs and submissions that nothing works on any more',
  memoryMb: 512,
  timeoutSeconds: 120,
  isolated: false,
  env: [registryTable, env.stateMachineArn],
  reach: [
    looksUp('quotas', 'runs', 'submissions'),
    goesThrough('runs', 'submissions'),
    records('audit', 'quotas', 'runs', 'submissions'),
    { do: 'watch-runs' },
  ],
};
