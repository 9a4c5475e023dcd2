import { InputError } from '../../datasets/errors.ts';
import { gateJsonLine } from '../../datasets/privacy/gate-text.ts';

/**
 * Looks for what no publication may tell: whatever the gate finds in its files, but for what stands word for word in the data
 * set's card, which passed the gate as it is.
 * @param files texts of JSON by their names
 * @throws {InputError} naming the kinds that were found, and no value
 */
export function gatePublication(files: ReadonlyMap<string, string>, card: object): void {
  const kinds = findUntold(files, card);
  if (kinds.length === 0) return;
  throw new InputError({
    is: `findings of the anonymisation gate (${kinds.join(', ')})`,
    expected: 'none before anything is published',
    mend: 'Names of models, vendors and offices that look like personal data are given other words.',
  });
}

/** What no publication may tell, by kind and file; empty where there is nothing. As `gatePublication`. */
export function findUntold(files: ReadonlyMap<string, string>, card: object): string[] {
  const known = JSON.stringify(card);
  const kinds = new Set<string>();
  for (const [file, text] of files) {
    for (const { finding, value } of gateJsonLine(text, { file, line: 1 }))
      if (!known.includes(value)) kinds.add(`${finding.kind} in ${file}`);
  }
  return [...kinds].sort();
}
