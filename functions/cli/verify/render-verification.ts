import { spellFingerprint } from '../../../evals/signing/public-key.ts';
import type { Verification, VerificationProblem } from '../../../evals/signing/verification.ts';
import { oneLine } from '../../../reports/render/one-line.ts';

/** Lines of files or problems that a person reads. */
const mostShown = 20;

const names: Record<VerificationProblem, string> = {
  unsigned: 'unsigned',
  damagedSignature: 'damaged signature',
  wrongSignature: 'wrong signature',
  otherKey: 'signed with another key',
  altered: 'altered',
  missing: 'missing',
  additional: 'additional',
};

/** What was found, for a terminal; names of files and of who signed are cleaned, since others chose them. */
export function renderVerification(found: Verification, keyFile: string | undefined): string {
  const lines = found.genuine ? [sayGenuine(found)] : sayProblems(found);
  return `${[...lines, ...saySigner(found, keyFile), ...sayAdvice(found)].join('\n')}\n`;
}

function sayGenuine({ checked }: Verification): string {
  if (checked.length === 1) return `Genuine: ${named(checked[0]!)} is as it was signed.`;
  const lead = `Genuine: these ${checked.length} files are as they were signed, and no other lies among them.`;
  return [lead, ...listed(checked.map(named))].join('\n');
}

function sayProblems({ problems }: Verification): string[] {
  const said = problems.map(({ file, problem, because }) => `${named(file)}: ${names[problem]}: ${because}`);
  return ['Not genuine:', ...listed(said)];
}

function listed(lines: readonly string[]): string[] {
  const more = lines.length - mostShown;
  const shown = lines.slice(0, mostShown).map((line) => `  ${line}`);
  return more > 0 ? [...shown, `  and ${more} more (see --json)`] : shown;
}

function saySigner({ signedBy, fingerprint }: Verification, keyFile: string | undefined): string[] {
  if (signedBy === null || fingerprint === null) return [];
  const lines = [
    `Signed by: "${oneLine(signedBy, 100)}", as they call themselves`,
    `Key:       ${spellFingerprint(fingerprint)}`,
  ];
  if (keyFile !== undefined) return lines;
  return [
    ...lines,
    'Anybody can make a key and give themselves any name: compare the key with the one that they gave you,',
    'or name the file of their public key with --key.',
  ];
}

function sayAdvice({ signature }: Verification): string[] {
  if (signature !== null) return [];
  return [
    'Ask whoever handed it on for the whole folder `report`, with result.sig.json in it, and leave the files their names;',
    'or for the run to be signed: `maalestok report RUN` writes and signs the report anew.',
  ];
}

function named(file: string): string {
  return oneLine(file, 300);
}
