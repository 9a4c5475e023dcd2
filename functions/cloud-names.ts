/** Names that the functions and the stacks which deploy them share. Imports nothing, so that both may import it. */

/** A function each, by its file in `functions/handlers/`, which exports `handler`. */
export const handlerNames = [
  'plan',
  'screen-built-in',
  'screen-vendor',
  'screen-in-house',
  'collect',
  'score',
  'report',
  'print',
  'sign',
  'publish',
  'settle',
  'watchdog',
  'register',
  'api',
  'score-submission',
  'check-in',
] as const;
export type HandlerName = (typeof handlerNames)[number];

/** The only names under which a function finds its surroundings. AWS endpoints are the SDK's own (`AWS_ENDPOINT_URL_S3`, …). */
export const env = {
  casesBucket: 'CASES_BUCKET',
  labelsBucket: 'LABELS_BUCKET',
  runsBucket: 'RUNS_BUCKET',
  resultsBucket: 'RESULTS_BUCKET',
  uploadsBucket: 'UPLOADS_BUCKET',
  siteBucket: 'SITE_BUCKET',
  registryTable: 'REGISTRY_TABLE',
  stateMachineArn: 'STATE_MACHINE_ARN',
  signingKeyId: 'SIGNING_KEY_ID',
  signedBy: 'SIGNED_BY',
  topicArn: 'TOPIC_ARN',
  eventBus: 'EVENT_BUS',
  scoreSubmissionFunction: 'SCORE_SUBMISSION_FUNCTION',
  publishFunction: 'PUBLISH_FUNCTION',
  /** Where the site lies, ending in "/"; absent: it has no feed. */
  siteUrl: 'SITE_URL',
  userPoolIssuer: 'USER_POOL_ISSUER',
  userPoolAudience: 'USER_POOL_AUDIENCE',
  /** In DKK, the most that any run may cost; empty: there is no such bound. */
  maxRunCostDkk: 'MAX_RUN_COST_DKK',
  /** Hosts that a function may connect to, with commas between. */
  egressAllow: 'EGRESS_ALLOW',
} as const;
export type EnvName = (typeof env)[keyof typeof env];

/** The registry's keys in DynamoDB, both strings. */
export const registryKeys = { partition: 'collection', sort: 'key' } as const;

/**
 * How the names of files end that tell what is right. CASES_BUCKET takes none of them; LABELS_BUCKET nothing else. A change log
 * says what labels were made of what: no data set in the cloud has one, and none is put beside cases by mistake.
 */
export const sealedEndings = [
  '.labels.jsonl',
  '.annotations.jsonl',
  '.judged.jsonl',
  'changes.jsonl',
] as const;

/** The one sealed file that a built-in model may read: it learns from it. */
export const practiceLabelsPattern = 'datasets/*/practice.labels.jsonl';

/** What of a run's folder `runs/<record id>/` lies in RESULTS_BUCKET; all else lies in RUNS_BUCKET. */
export const resultParts = [
  'scores/',
  'result.json',
  'result.sig.json',
  'operation.json',
  'report/',
  'work/to-sign.json',
  'work/printed.json',
  'work/counts/',
] as const;

/** How functions are named that are models of a municipality's own. */
export const modelFunctions = 'maalestok-model-';

/** Kinds of models of the account's own on Bedrock that can be asked, and run in the region of their ARN. */
export const ownModelKinds = ['custom-model-deployment', 'imported-model', 'provisioned-model'] as const;

/** AWS regions in member states. London (eu-west-2) and Zurich (eu-central-2) are named eu-* and lie outside the EU. */
export const euRegions = [
  'eu-central-1',
  'eu-north-1',
  'eu-south-1',
  'eu-south-2',
  'eu-west-1',
  'eu-west-3',
] as const;

/** Kinds of models by who asks them: a screening function each. */
export const modelKinds = ['builtIn', 'vendor', 'inHouse'] as const;
export type ModelKind = (typeof modelKinds)[number];
