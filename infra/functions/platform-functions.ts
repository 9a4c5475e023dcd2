import { env } from '../../functions/cloud-names.ts';
import type { FunctionPlan } from './function-plan.ts';
import {
  type Collection,
  erases,
  goesThrough,
  lists,
  looksUp,
  reads,
  records,
  removes,
  writes,
} from './reach.ts';

const { casesBucket, labelsBucket, resultsBucket, siteBucket, uploadsBucket, registryTable } = env;

const everything: readonly Collection[] = [
  'audit',
  'consents',
  'datasets',
  'idempotency',
  'leaderboard',
  'models',
  'quotas',
  'rates',
  'runs',
  'submissions',
];

/** The API, and what it sets to work. */
export const platformFunctions: readonly FunctionPlan[] = [
  {
    name: 'api',
    does: 'Answers municipalities and vendors over HTTP',
    memoryMb: 1024,
    timeoutSeconds: 29,
    isolated: false,
    env: [
      casesBucket,
      resultsBucket,
      siteBucket,
      uploadsBucket,
      registryTable,
      env.stateMachineArn,
      env.userPoolIssuer,
      env.userPoolAudience,
      env.scoreSubmissionFunction,
      env.publishFunction,
      env.maxRunCostDkk,
    ],
    reach: [
      reads('cases', 'datasets/*'),
      lists('cases'),
      reads('results', 'runs/*/result.json', 'submissions/*/result.json'),
      lists('results'),
      // The boards of the site, as everybody may read them.
      reads('site', 'api/boards.json', 'api/boards/*'),
      lists('site'),
      // Addresses to which a vendor puts a file are signed with what the function itself may do.
      writes('uploads', 'uploads/*'),
      lists('uploads'),
      // The audit log is gone through alone.
      looksUp(...everything.filter((name) => name !== 'audit')),
      goesThrough('audit', 'datasets', 'leaderboard', 'models', 'runs', 'submissions'),
      records(...everything),
      erases('idempotency', 'leaderboard', 'models'),
      { do: 'start-runs' },
      { do: 'invoke', handler: 'score-submission' },
      { do: 'invoke', handler: 'publish' },
    ],
  },
  {
    name: 'score-submission',
    does: 'Scores a file that a vendor sent in',
    memoryMb: 3008,
    timeoutSeconds: 900,
    isolated: true,
    env: [casesBucket, labelsBucket, resultsBucket, uploadsBucket, registryTable],
    reach: [
      reads('cases', 'datasets/*'),
      lists('cases'),
      reads('labels', 'datasets/*'),
      lists('labels'),
      reads('uploads', 'uploads/*'),
      lists('uploads'),
      reads('results', 'submissions/*'),
      writes('results', 'submissions/*'),
      removes('results', 'submissions/*'),
      lists('results'),
      looksUp('datasets', 'submissions', 'quotas'),
      records('submissions', 'quotas', 'audit'),
    ],
  },
  {
    name: 'register',
    does: 'Checks a data set that the steward brought in, and registers it',
    memoryMb: 1024,
    timeoutSeconds: 900,
    isolated: true,
    env: [casesBucket, labelsBucket, registryTable],
    reach: [
      reads('cases', 'datasets/*'),
      lists('cases'),
      // Whether labels are there, and not what they say.
      lists('labels'),
      looksUp('datasets'),
      records('datasets', 'audit'),
    ],
  },
];
