import { assumptions as is, type Scenario } from './scenario.ts';

/** Units used in a month, by the id of their price. */
export type Usage = Readonly<Record<string, number>>;

const quartersOfAnHour = 30 * 24 * 4;
/** Times that publications are brought in line. */
const publishings = 30 * 4;

/** What lies there and what looks after it, whether anything runs or not. */
function idle(): Usage {
  return {
    'kms-key-month': 3,
    'alarm-month': 12,
    'dashboard-month': 1,
    'secret-month': is.vendors,
    's3-gb-month': is.storedGb,
    'dynamodb-gb-month': 0.01,
    'schedule-call': quartersOfAnHour + publishings,
    'lambda-request': quartersOfAnHour + publishings,
    'lambda-gb-second':
      quartersOfAnHour * is.watchdogSeconds * 0.5 + publishings * is.publishingSeconds * is.scoringGb,
    's3-put': publishings * is.sitePages,
    's3-get': publishings * is.sitePages,
    // Of a party's rate: several requests share a write, unless they come seldom.
    'dynamodb-read': quartersOfAnHour * 10 + is.apiRequests,
    'dynamodb-write': is.apiRequests,
    'logs-gb': is.loggedGbIdle,
    'logs-gb-month': is.loggedGbIdle * 3,
    'xray-trace': quartersOfAnHour * 0.05,
    'http-api-request': is.apiRequests,
  };
}

/** What one run adds. */
function run({ cases, models }: Scenario): Usage {
  const questions = cases * models;
  const shards = Math.ceil(cases / is.casesPerShard) * models;
  const screeningSeconds = (questions * is.secondsPerCall) / is.callsAtOncePerFunction;
  const saves = Math.ceil(screeningSeconds / is.saveSeconds) * 2;
  // Eleven steps and what settles; three states a model; a child of one state and its start a shard.
  const transitions = 13 + 3 * models + 2 * shards;
  const functions = shards + 10;
  const scoringSeconds = questions * (is.scoringSecondsPerQuestion + is.reportingSecondsPerQuestion);
  // Each answer is put away as it comes, and all of a shard's now and then.
  const puts = questions + saves + 5 * shards + cases + 50 * models + 100;
  const gets = 12 * shards + 20 * models + 100;
  return {
    'lambda-request': functions,
    'lambda-gb-second':
      screeningSeconds * is.screeningGb +
      scoringSeconds * is.scoringGb +
      is.printingGbSeconds +
      is.otherSecondsPerRun,
    'states-transition': transitions,
    's3-put': puts,
    's3-get': gets,
    's3-gb-month': (questions * is.kbKeptPerQuestion) / 1e6,
    'transfer-out-gb': (questions * is.kbSentPerCall) / 1e6,
    'dynamodb-read': 5 * functions,
    // A shard's lease is written and removed.
    'dynamodb-write': 20 + 2 * shards,
    'kms-request': (puts + gets) / 10,
    'logs-gb': (functions * is.kbLoggedPerFunction + transitions * 5 * is.kbLoggedPerTransition) / 1e6,
    'xray-trace': functions,
    event: 1,
  };
}

/** The month of a scenario: what lies there anyway, and one run. */
export function estimateUsage(scenario: Scenario): Usage {
  const parts = scenario.models === 0 ? [idle()] : [idle(), run(scenario)];
  const ids = new Set(parts.flatMap((part) => Object.keys(part)));
  return Object.fromEntries(
    [...ids].map((id) => [id, parts.reduce((sum, part) => sum + (part[id] ?? 0), 0)]),
  );
}
