/** Where a check-in's parts lie, seen from its folder. */
export const checkInFiles = {
  record: 'check-in.json',
  signature: 'check-in.sig.json',
  cases: 'cases.jsonl',
  /** A folder of CSV files. */
  tables: 'tables',
  /** A folder: what passed between the functions of a check-in on AWS. */
  work: 'work',
  da: {
    page: 'check-in.html',
    mail: 'check-in.md',
    workbook: 'check-in.xlsx',
    print: 'check-in.pdf',
  },
  en: {
    page: 'check-in.en.html',
    mail: 'check-in.en.md',
    workbook: 'check-in.en.xlsx',
    print: 'check-in.en.pdf',
  },
} as const;
