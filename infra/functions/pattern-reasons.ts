/** Why a permission names more than one resource, by what it names. A pattern without a reason is an error. */
export const patternReasons: Readonly<Record<string, string>> = {
  'datasets/*': 'Which data set is used is said by the run’s record; the bucket holds nothing but data sets.',
  'datasets/*/practice.labels.jsonl':
    'The practice labels of whichever data set the run names, and no other labels.',
  'runs/*': 'Which run is worked on is said by the execution’s input; the folder holds runs alone.',
  'runs/*/scores/*': 'The scores of whichever run the execution names.',
  'runs/*/result.json': 'The result of whichever run the execution names.',
  'runs/*/result.sig.json': 'The signature of whichever run the execution names.',
  'runs/*/operation.json': 'Time and cost of whichever run the execution names.',
  'runs/*/report/*': 'The report of whichever run the execution names; a page a case.',
  'runs/*/report/result.sig.json': 'The signature beside the report of whichever run the execution names.',
  'runs/*/work/to-sign.json':
    'What is to be signed of whichever run the execution names, and nothing else of it.',
  'runs/*/report/rapport.html': 'The page to print of whichever run the execution names.',
  'runs/*/report/rapport.pdf': 'The printed page of whichever run the execution names.',
  'runs/*/work/printed.json': 'The hash of the printed page of whichever run the execution names.',
  'runs/*/run.json': 'The plan of whichever run is published.',
  'runs/*/work/order.json': 'What was ordered of whichever run is published.',
  'runs/*/work/counts/*':
    'Counts without ids of cases of whichever run the execution names, for its publication.',
  'publications/*': 'The publications of whichever run is published; the folder holds nothing else.',
  'runs/*/work/*':
    'The items of a map, and where it writes what came of them, of whichever run the execution names.',
  'uploads/*': 'The upload of whichever submission is asked about; the bucket holds nothing but uploads.',
  'submissions/*': 'What scoring leaves of whichever submission is scored.',
  'submissions/*/result.json': 'The figures of whichever submission is asked about.',
  'clusters/*': 'The clusters’ files, one of which the schedule names.',
  'check-ins/*/check-in.html': 'The page to print of whichever cluster’s month.',
  'check-ins/*/check-in.pdf': 'The printed page of whichever cluster’s month.',
  'check-ins/*/work/printed.json': 'The hash of the printed page of whichever cluster’s month.',
  'check-ins/*/work/to-sign.json':
    'What is to be signed of whichever cluster’s month, and nothing else of it.',
  'check-ins/*/check-in.sig.json': 'The signature of whichever cluster’s month.',
  'check-ins/*': 'The check-ins of whichever cluster the schedule names.',
  'api/boards/*': 'The boards of the site, which everybody may read; which there are, its list says.',
  '*': 'The site’s bucket holds nothing but the site, which is built anew as a whole.',
};

/** @throws {Error} where nobody has said why */
export function reasonFor(pattern: string): string {
  const reason = patternReasons[pattern];
  if (reason !== undefined) return reason;
  throw new Error(`Cannot give away "${pattern}": say why in infra/functions/pattern-reasons.ts`);
}
