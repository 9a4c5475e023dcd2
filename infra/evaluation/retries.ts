/** A retrier of the Amazon States Language. */
export interface Retrier {
  ErrorEquals: readonly string[];
  IntervalSeconds: number;
  MaxAttempts: number;
  BackoffRate: number;
  MaxDelaySeconds: number;
  JitterStrategy: 'FULL';
}

/** Lambda could not start a function, or lost its answer: nothing of ours has failed. */
const platform: Retrier = {
  ErrorEquals: [
    'Lambda.TooManyRequestsException',
    'Lambda.ServiceException',
    'Lambda.AWSLambdaException',
    'Lambda.SdkClientException',
    'Lambda.ClientExecutionTimeoutException',
    'Lambda.ENILimitReachedException',
  ],
  IntervalSeconds: 2,
  MaxAttempts: 8,
  BackoffRate: 2,
  MaxDelaySeconds: 120,
  JitterStrategy: 'FULL',
};

/** S3, DynamoDB or KMS was busy for longer than the SDK waits. */
const services: Retrier = {
  ErrorEquals: [
    'SlowDown',
    'ServiceUnavailable',
    'InternalError',
    'InternalServerError',
    'ThrottlingException',
    'ProvisionedThroughputExceededException',
    'RequestLimitExceeded',
    'TimeoutError',
  ],
  IntervalSeconds: 5,
  MaxAttempts: 5,
  BackoffRate: 2,
  MaxDelaySeconds: 120,
  JitterStrategy: 'FULL',
};

/** A function died or ran out of time: what it finished is stored, so that another goes on from there. */
const crashes: Retrier = {
  ErrorEquals: [
    'Lambda.Unknown',
    'Sandbox.Timedout',
    'Runtime.ExitError',
    'Runtime.OutOfMemory',
    'States.Timeout',
  ],
  IntervalSeconds: 5,
  MaxAttempts: 2,
  BackoffRate: 2,
  MaxDelaySeconds: 60,
  JitterStrategy: 'FULL',
};

/**
 * The time of a function ran out before its shard was whole, since the model is slow or busy, or many are asked: another goes on.
 * As often as a history of under 1,000 events holds, which is more than functions count before they fail what is left. Of one
 * retrier for both, so that a model that is busy now and then has no fewer than one that is slow; a function waits for it itself.
 */
const unfinished: Retrier = {
  ErrorEquals: ['ShardUnfinishedError', 'ModelThrottledError'],
  IntervalSeconds: 1,
  MaxAttempts: 215,
  BackoffRate: 1,
  MaxDelaySeconds: 2,
  JitterStrategy: 'FULL',
};

/** Shards wait for functions as long as others need them: a new account may have ten at once, for up to 15 minutes each. */
const busyAccount: Retrier = {
  ErrorEquals: ['Lambda.TooManyRequestsException'],
  IntervalSeconds: 5,
  MaxAttempts: 100,
  BackoffRate: 2,
  MaxDelaySeconds: 300,
  JitterStrategy: 'FULL',
};

/** What is tried again, by the names of errors. Wrong input and damaged artefacts are not: they stay what they are. */
export const stepRetries: readonly Retrier[] = [platform, services, crashes];
export const screeningRetries: readonly Retrier[] = [unfinished, busyAccount, ...stepRetries];
