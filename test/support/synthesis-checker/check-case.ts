import type { Case } from '../../../datasets/case.ts';
import type { Label } from '../../../datasets/label.ts';
import { missingRules } from './missing-rules.ts';
import { numberRules } from './number-rules.ts';
import { readApplication } from './read-application.ts';
import { relationRules } from './relation-rules.ts';
import { isOneOf } from './rule.ts';
import { wordRules } from './word-rules.ts';

const rules = { ...missingRules, ...relationRules, ...numberRules, ...wordRules };

/** The codes that the checker has a rule for. */
export const checkedCodes = Object.keys(rules).sort();

/** The codes of all defects that the documents show, by the checker's own reading. It sees no label and no generator. */
export function recomputeCodes(shown: Case): string[] {
  const application = readApplication(shown);
  return checkedCodes.filter((code) => {
    const [types, rule] = rules[code]!;
    return (types === null || isOneOf(application, types)) && rule(application);
  });
}

export interface Agreement {
  /** Labelled (required or advisory), and not found. */
  missed: string[];
  /** Found, and neither labelled nor contested. */
  unlabelled: string[];
  confirmed: string[];
}

export function compareWithLabel(shown: Case, label: Label): Agreement {
  const found = new Set(recomputeCodes(shown));
  const due = label.defects.filter(({ role }) => role !== 'contested').map(({ code }) => code);
  const open = new Set(label.defects.map(({ code }) => code));
  return {
    missed: due.filter((code) => !found.has(code)),
    unlabelled: [...found].filter((code) => !open.has(code)),
    confirmed: due.filter((code) => found.has(code)),
  };
}
