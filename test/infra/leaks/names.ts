import { account, region } from '../support/resolve-values.ts';

/** Written out, and not taken from `infra/`: what is checked must not say itself what is right. */
export const bucket = (store: string) => `maalestok-${store}-${account}-${region}`;
export const objects = (store: string) => `arn:aws:s3:::${bucket(store)}/*`;
export const roleArnOf = (name: string) => `arn:aws:iam::${account}:role/maalestok-${name}-${region}`;

/** Labels of every kind and place, as they may lie in the bucket. */
export const sealedKeys = [
  'datasets/operator/byggesag-da/practice.labels.jsonl',
  'datasets/operator/byggesag-da/test.labels.jsonl',
  'datasets/m-nordby/sager/hidden.labels.jsonl',
  'datasets/m-nordby/sager/test.annotations.jsonl',
  'datasets/operator/byggesag-da/test.judged.jsonl',
];

/** Who may read which labels: all of them, or those of practice splits. */
export const labelReaders: Readonly<Record<string, string>> = {
  score: 'datasets/*',
  report: 'datasets/*',
  'score-submission': 'datasets/*',
  'check-in': 'datasets/*',
  'screen-built-in': 'datasets/*/practice.labels.jsonl',
};

/** Who may look whether labels are there, and reads none. */
export const labelListers = ['register'];

/** A person's role, which takes a second factor. */
export const steward = 'data-steward';

/** Who talks to models. */
export const screeners = ['screen-vendor', 'screen-in-house', 'screen-built-in'];
