import type { Card } from '../../../datasets/card.ts';
import type { PrivacyFinding } from '../../../datasets/privacy/finding.ts';
import { quoteArgument } from '../../../evals/quote-argument.ts';
import { createFileStore } from '../../adapters/file-store.ts';
import { readRunRecord } from '../../run/run-plan.ts';
import { readCard } from './gate-dataset.ts';
import { hasPassed } from './gate-run.ts';
import { namesSomebody } from './own-words.ts';

export type GatedKind = 'dataset' | 'run' | 'folder' | 'file';

/** What to do about what the gate said, in lines to type; empty: nothing is left to do. */
export async function sayNext(
  kind: GatedKind,
  path: string,
  findings: readonly PrivacyFinding[],
): Promise<string> {
  const open = findings.filter(({ signedOff }) => signedOff !== true);
  if (kind === 'dataset') return sayOfDataset(path, open);
  if (open.length === 0) return '';
  return kind === 'run'
    ? 'What is open came from a model or from the words of the suite, or was never looked at; a run signs nothing off. ' +
        `Publish nothing of it that holds any of this.\n${await sayOfTitle(path)}`
    : 'Mend each where it stands, and run the gate again.\n';
}

/** A title that names somebody can be changed: it is no part of what was asked. */
async function sayOfTitle(path: string): Promise<string> {
  const record = await readRunRecord(createFileStore(path));
  if (record === null || ![record.suite.titleDa, record.suite.titleEn].some(namesSomebody)) return '';
  return `The suite's title reads as a name: give ${record.suiteFile} another, and run it again with the flags that it had; nothing is asked anew.\n`;
}

async function sayOfDataset(path: string, open: readonly PrivacyFinding[]): Promise<string> {
  const store = createFileStore(path);
  const card = await readCard(store);
  const gate = `npx maalestok gate ${quoteArgument(path)}`;
  if (open.length === 0) {
    return (await hasPassed(card, store)) ? '' : `The card does not say so yet; next: ${gate} --write\n`;
  }
  const lines = [
    'Next: replace what is found, or read it and sign off what may stay.',
    `  npx maalestok pseudonymise ${quoteArgument(path)} --key FILE --out NEW`,
    `  ${gate} --sign-off WHO --why TEXT --kind KIND`,
    ...(card.synthetic ? [`  ${gate} --made-up WHO --why TEXT    # where all it names was made up`] : []),
    ...ofChangeLog(card, open),
  ];
  return lines.map((each) => `${each}\n`).join('');
}

/** Pseudonymisation leaves the change log out; what stands in it can be said in other words instead. */
function ofChangeLog({ changes }: Card, open: readonly PrivacyFinding[]): string[] {
  if (changes === undefined || !open.some(({ file }) => file.endsWith(changes))) return [];
  return [
    `${changes} says what the imported sheets gave as reasons: mend them there, and import the sheet into a new folder.`,
  ];
}
