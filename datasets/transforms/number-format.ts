import type { Case } from '../case.ts';
import { mapFieldTexts, mapPages } from './map-texts.ts';
import { findNumbers } from './number-tokens.ts';
import type { Transformation } from './transformation.ts';

/** Fields whose values are names, dates or plan numbers, not measures. */
const identity =
  /(?:nr|nummer|matrikel|lokalplan|plan|bfe|bom|cvr|telefon|tlf|dato|certifikat|fra|til|id)(?:_|$)/u;

type Rewrite = (text: string) => string | null;

/**
 * Measures written the other way: decimal point for decimal comma (12,5 → 12.5), or back where a case is
 * written the English way. Thousands lose their separator (1.250 → 1250), and three decimals get a fourth
 * (2,125 → 2.1250): a number that reads as another one the old way would be a change that matters.
 * Not dates, times, paragraphs, plan and cadastral numbers. In texts, titles, text fields and local rules' texts.
 */
export const numberFormat: Transformation = {
  id: 'number-format',
  titleDa: 'Dansk og engelsk talformat byttet om',
  titleEn: 'Danish and English number format swapped',
  apply(original) {
    const fixed = fixedNumbers(original);
    const rewrite = isEnglish(original, fixed) ? toDanish : toEnglish;
    const change = (text: string) => rewriteNumbers(text, fixed, rewrite);
    const shown = mapPages(original, change) ?? original;
    const changed: Case = {
      ...shown,
      fields: mapFieldTexts(shown.fields, (text, field) => (identity.test(field) ? text : change(text))),
      documents: shown.documents.map((document) => ({ ...document, title: change(document.title) })),
      localRules: shown.localRules.map((rule) => ({ ...rule, text: change(rule.text) })),
    };
    return JSON.stringify(changed) === JSON.stringify(original) ? null : changed;
  },
};

function rewriteNumbers(text: string, fixed: ReadonlySet<string>, rewrite: Rewrite): string {
  let result = '';
  let end = 0;
  for (const number of findNumbers(text, fixed)) {
    const rewritten = rewrite(number.text);
    if (rewritten === null) continue;
    result += text.slice(end, number.start) + rewritten;
    end = number.start + number.text.length;
  }
  return result + text.slice(end);
}

/** `12,5` → `12.5`, `1.250,5` → `1250.5`; null where it is no Danish number. */
function toEnglish(text: string): string | null {
  const [, whole, decimals] = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?$/u.exec(text) ?? [];
  if (whole === undefined) return null;
  const plain = whole.replaceAll('.', '');
  if (decimals === undefined) return plain;
  return `${plain}.${decimals.length === 3 ? `${decimals}0` : decimals}`;
}

/** `12.5` → `12,5`, `1,250.5` → `1250,5`; null where it is no English number. */
function toDanish(text: string): string | null {
  const [, whole, decimals] = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/u.exec(text) ?? [];
  if (whole === undefined) return null;
  const plain = whole.replaceAll(',', '');
  return decimals === undefined ? plain : `${plain},${decimals}`;
}

/** Whether the case writes more decimals with a point than with a comma. */
function isEnglish(original: Case, fixed: ReadonlySet<string>): boolean {
  let lead = 0;
  for (const { text } of original.documents.flatMap(({ pages }) => pages)) {
    for (const number of findNumbers(text, fixed)) {
      if (/^\d+,\d+$/u.test(number.text)) lead += 1;
      else if (/^\d+\.\d{1,2}$/u.test(number.text)) lead -= 1;
    }
  }
  return lead < 0;
}

/** Numbers that name something in this case: plans and their paragraphs, and what identity fields hold. */
function fixedNumbers({ fields, localRules }: Case): Set<string> {
  const values = Object.entries(fields).flatMap(([field, value]) =>
    identity.test(field) ? String(value) : [],
  );
  const names = [...values, ...localRules.flatMap(({ plan, paragraph }) => [plan, paragraph])];
  return new Set(names.flatMap((name) => name.match(/\d[\d.,]*\d/gu) ?? []));
}
