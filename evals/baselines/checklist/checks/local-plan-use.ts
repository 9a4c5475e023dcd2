import type { LocalRule } from '../../../../datasets/case.ts';
import type { Facts } from '../reading/facts.ts';
import { foldText } from '../reading/fold-text.ts';

const uses: [string, RegExp][] = [
  ['holiday', /sommerhus|fritidshus|feriebolig|ferie/],
  ['dwelling', /bolig|beboelse|lejlighed|enfamilie|raekkehus|dobbelthus|helarshus|\bhelar/],
  ['restaurant', /restaurant|cafe|spisested|bevaertning|takeaway|diskotek/],
  ['shop', /butik|detailhandel|dagligvare|salg\b/],
  ['office', /kontor|liberal|klinik|tandlaege|administration|radgiv/],
  ['storage', /lager|oplag|logistik|engros|transport/],
  ['industry', /industri|vaerksted|produktion|autove/],
  ['institution', /institution|skole|bornehave|vuggestue|plejehjem|kultur|fitness|motion|idraet|forsamling/],
  ['hotel', /hotel|overnatning|vandrerhjem|vaerelsesudlej/],
  ['farm', /landbrug|gartneri|stald/],
];

/** True where the new use is of a known kind that the plan does not name, or of one that it bans. */
export function isUseOutside(rule: LocalRule, facts: Facts): boolean {
  const project = facts.fields.text('anvendelse_ny');
  if (project === undefined) return false;
  const values = (
    Array.isArray(rule.value) ? rule.value : typeof rule.value === 'string' ? [rule.value] : []
  ).map(foldText);
  const kinds = uses.filter(([, pattern]) => pattern.test(project)).map(([kind]) => kind);
  if (values.length === 0 || kinds.length === 0) return false;
  const named = values.some(
    (value) =>
      kinds.some((kind) => uses.some(([name, pattern]) => name === kind && pattern.test(value))) ||
      project.includes(value),
  );
  const generalBusiness =
    values.some((value) => /^erhverv$|blandet/.test(value)) &&
    !kinds.some((kind) => kind === 'dwelling' || kind === 'holiday');
  return rule.operator === 'not-in' ? named : !named && !generalBusiness;
}
