import type { versionsDa } from './versions-da.ts';

/** The words of what was measured with; in English. */
export const versionsEn: typeof versionsDa = {
  versions: {
    lead: 'Two reports can be compared only when their comparability key is the same. The key is the SHA-256 of the parts below.',
    part: 'Part',
    value: 'Value',
    key: 'Comparability key',
    run: 'Run',
    suite: 'Name of the measurement',
    datasetContent: 'Content of the data set (SHA-256)',
    cases: 'List of cases (SHA-256)',
    labels: 'Labels',
    catalogue: 'Rule catalogue',
    taxonomy: 'Defect types',
    scorer: 'Scorer',
    policy: 'Matching',
    timeout: 'Time limit of an attempt',
    caseTimeout: 'Time limit of a case with all attempts',
    retries: 'Retries',
    seconds: (n) => `${n} seconds`,
    table: 'What it was measured with.',
    files:
      'Beside the report lie the figures as figures.csv, the findings as findings.csv and everything as result.json. The signature is result.sig.json: maalestok verify shows whether any of it was changed since.',
    modelsTable: 'Models measured.',
    modelVersion: 'Version',
    kind: 'Kind',
    provenance: 'Run by',
    vendor: 'Vendor',
  },
};
