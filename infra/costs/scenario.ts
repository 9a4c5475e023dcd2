/** What is asked of an installation in a month. */
export interface Scenario {
  title: string;
  cases: number;
  /** Models that are called, each about every case. */
  models: number;
}

export const scenarios: readonly Scenario[] = [
  { title: 'Idle month', cases: 0, models: 0 },
  { title: '400 cases × 3', cases: 400, models: 3 },
  { title: '10,000 cases × 5', cases: 10_000, models: 5 },
];

/** What the estimate rests on. Times are taken, not measured on AWS: nothing was deployed. */
export const assumptions = {
  secondsPerCall: 20,
  callsAtOncePerFunction: 8,
  casesPerShard: 50,
  /** GB of a screening function, and of one that scores or reports. */
  screeningGb: 1,
  scoringGb: 3,
  /** Seconds of scoring and of reporting for each question. */
  scoringSecondsPerQuestion: 0.004,
  reportingSecondsPerQuestion: 0.006,
  /** GB-seconds of printing: 15 seconds at 2 GB, on x86_64, whose seconds cost a quarter more. */
  printingGbSeconds: 37.5,
  /** Seconds of all short steps of a run, at 1 GB. */
  otherSecondsPerRun: 60,
  /** A shard saves all of its answers under way every 15 s, in two files, and each as it comes in a third. */
  saveSeconds: 15,
  kbSentPerCall: 30,
  kbKeptPerQuestion: 40,
  kbLoggedPerFunction: 2,
  kbLoggedPerTransition: 1,
  watchdogSeconds: 1,
  /** Of a site without publications: built anew, whether anything has changed or not. */
  publishingSeconds: 3,
  sitePages: 20,
  vendors: 3,
  /** GB of cases, labels and earlier results that lie there anyway. */
  storedGb: 2,
  loggedGbIdle: 0.05,
  apiRequests: 1000,
} as const;
